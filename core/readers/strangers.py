"""Files that look like lists and are something else: what they are, and what to bring in their place."""

from typing import Final

from core.errors import UnreadableFile
from core.readers import headers
from core.readers.cells import Sheet
from core.readers.files import BRING, File

_OWN: Final = "It tells about one account over time, not about creators. " + BRING
# Names of columns that, all together, give a kind of file away, and what it is.
_KINDS: Final = (
    ({"first name", "last name", "connected on"}, "the LinkedIn connections of one person", "Connections have names and jobs, no reach. " + BRING),
    ({"impressions", "engagements", "new follows"}, "X Analytics of one's own account", _OWN),
    ({"video title", "watch time hours"}, "YouTube Studio of one's own channel", _OWN),
    ({"top territories", "distribution"}, "TikTok Studio of one's own account", _OWN),
    ({"new followers", "total followers"}, "TikTok Studio of one's own account", _OWN),
    ({"video views", "profile views"}, "TikTok Studio of one's own account", _OWN),
    ({"date", "primary"}, "Meta Business Suite of one's own account", _OWN),
    ({"date", "new facebook page likes"}, "Meta Business Suite of one's own account", _OWN),
)  # fmt: skip
_NO_DATA: Final = ("you have no data", "no data", "keine daten", "no tienes datos", "aucune donnée", "no information")


def refuse(file: File, sheets: list[Sheet]) -> None:
    """Raise with what the file is, where its headings give it away."""
    words = " ".join(cell for sheet in sheets for row in sheet.head[:5] for cell in row).casefold()
    if len(words) < 400 and (file.base.startswith("no-data") or words.startswith(_NO_DATA)):
        raise UnreadableFile(
            f"“{file.name}” only says that there is no data of this kind.",
            "Ask the network for the download again, for “All time”, and bring the follower file in it.",
        )
    for sheet in sheets:
        for record in sheet.head[:20]:
            names = {headers.normal(cell) for cell in record}
            for columns, what, do in _KINDS:
                if columns <= names and not names & {"username", "handle", "account username", "post id", "video link"}:
                    raise UnreadableFile(f"“{file.name}” seems to be from {what}.", do)

"""Other people's words on screen, letter by letter: a name never becomes a link or a picture."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$^=&@])")

_MAIL: Final = re.compile(r"(?<=[\w.+-])@(?=\w)")


def plain(text: object) -> str:
    """`text` so that Markdown shows it letter by letter.

    What looks like an address of mail, as Mastodon's names do, is a link even when escaped; a mark
    without width behind its @ keeps it text.
    """
    return _SPECIAL.sub(r"\\\1", _MAIL.sub("@\u2060", str(text)))

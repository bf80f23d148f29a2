"""Google Takeout's list of YouTube subscriptions, whatever the language of its headings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pandas as pd

from core import tables as tidy
from core.readers import cells, lists
from core.readers.columns import Grid
from core.readers.files import File
from core.readers.headers import Header
from core.readers.reading import Reading

_CHANNEL: Final = r"^UC[\w\-]{22}$"
_NOT_FOLLOWERS: Final = (
    "These are channels that the owner subscribes to, accounts that the owner follows, not "
    "followers. YouTube has no list of subscribers to download."
)


def recognise(file: File, mapping: Mapping[str, str] | None) -> Reading | None:
    """The reading of a list of subscriptions; None where the file is none."""
    if file.kind != "text" or mapping or b"youtube.com/channel/UC" not in file.content[:20_000]:
        return None
    sheet = cells.sheets(file)[0]
    if len(sheet.head) < 2 or len(sheet.head[0]) != 3:
        return None
    rows = sheet.body(0)
    if rows.shape[1] < 3 or not rows[0].head(50).str.match(_CHANNEL).mean() >= 0.8:
        return None
    names = sheet.head[0]
    known = [Header(names[0], "handle", "youtube"), Header(names[1], "url")]
    extra = [Header(name, None) for name in [""] * (rows.shape[1] - 3)]
    grid = Grid(None, [*known, Header(names[2], "name"), *extra], rows)
    label = "YouTube subscriptions (CSV)"
    one = replace(lists.one(file, grid), format="youtube_subscriptions_csv", label=label)
    made = lists.joined(file, [one], [])
    channels = made.tables["accounts"]["handle"]
    follows = tidy.conform(pd.DataFrame({"platform": "youtube", "handle": channels}), "follows")
    notes = [note for note in made.notes if "that the owner follows" not in note]
    return replace(made, tables={**made.tables, "follows": follows}, notes=[_NOT_FOLLOWERS, *notes])

"""On which network the accounts of a file are, where not every row says so."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.readers import reading
from core.readers.followings import NETWORK

_OF_ACCOUNTS: Final = ("accounts", "posts", "deals")
_SILENT: Final = "The list does not say which network these accounts are on; choose it."
_PARTLY: Final = "The list does not say which network some of its accounts are on; choose it."


def settled(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables, a row without a network on the one that other rows name for its handle; not
    where they name several.
    """
    made = dict(tables)
    frames = {name: made[name] for name in _OF_ACCOUNTS}
    platforms = [frame["platform"] for frame in frames.values()]
    if not any(said.hasnans for said in platforms) or all(said.isna().all() for said in platforms):
        return made
    said = [
        frame.loc[frame["platform"].notna(), ["handle", "platform"]] for frame in frames.values()
    ]
    known = pd.concat(said).dropna()
    if known.empty:
        return made
    known = known.assign(handle=known["handle"].str.casefold()).drop_duplicates()
    home = known.drop_duplicates("handle", keep=False).set_index("handle")["platform"]
    for name, frame in frames.items():
        if frame["platform"].hasnans:
            meant = frame["handle"].str.casefold().map(home)
            made[name] = frame.assign(platform=frame["platform"].fillna(meant))
    return made


def words(frame: pd.DataFrame) -> str:
    """“ on Instagram”, and that some are on none that is said; empty where none is."""
    platforms = frame["platform"]
    named = [NETWORK.get(name, name) for name in platforms.dropna().unique()]
    if not named:
        return ""
    listed = reading.listing(named).replace("“", "").replace("”", "")
    return f" on {listed}" + (", some on a network not said" if platforms.hasnans else "")


def noted(notes: Sequence[str], tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """The notes, first of them that a network is to be chosen, as it is with all `tables`."""
    others = [note for note in notes if note not in (_SILENT, _PARTLY)]
    platforms = pd.concat([tables[name]["platform"] for name in ("accounts", "posts", "comments")])
    if not platforms.hasnans:
        return others
    return [_SILENT if platforms.isna().all() else _PARTLY, *others]

"""What a run brought, as the reading of a file would give it: tables, rows kept out, a sentence."""

from datetime import datetime
from typing import Final

import pandas as pd

from core.lookups import findings, outcomes
from core.lookups.desk import settled
from core.lookups.outcomes import State
from core.lookups.terms import every
from core.readers import reading as words
from core.readers.reading import Reading
from core.tables import platform_name

_FORMAT: Final = "lookup"


def reading(
    rows: pd.DataFrame, payloads: list[tuple[int, bytes, datetime]], kind: str
) -> tuple[Reading, list[int]]:
    """The reading of all rows that are new since the last time, and their numbers."""
    with_findings = {number for number, _, _ in payloads}
    fresh = rows["number"].isin(with_findings) | (rows["state"].map(settled) & ~rows["kept"])
    new = rows[fresh]
    via = dict(
        zip(new["number"], new["found_via"].where(new["found_via"].notna(), None), strict=True)
    )
    frames = findings.joined(payloads, via)
    lost = new[~new["number"].isin(with_findings)]
    made = Reading(
        format=_FORMAT,
        label="Look-up",
        tables=frames,
        rows=len(new),
        sentence=_sentence(new, frames, kind),
        problems=words.problems(
            "look-up",
            row=lost["number"],
            column=None,
            value=lost["handle"],
            reason=[_short(*pair) for pair in zip(lost["state"], lost["platform"], strict=True)],
        ),
    )
    return made, new["number"].astype(int).tolist()


def _short(state: str, platform: str) -> str:
    return outcomes.words(state, label(platform))[0]


def label(platform: str) -> str:
    """How people write the network."""
    known = every()
    return known[platform].label if platform in known else platform_name(platform)


def _sentence(rows: pd.DataFrame, frames: dict[str, pd.DataFrame], kind: str) -> str:
    networks = list(dict.fromkeys(label(platform) for platform in rows["platform"]))
    where = " and ".join(
        [", ".join(networks[:-1]), networks[-1]] if len(networks) > 1 else networks
    )
    posts = words.count(len(frames["posts"]), "post")
    if kind == "followers":
        people = words.count(len(frames["follows"]), "follower")
        return f"{people} of {rows['handle'].iloc[0]}, looked up on {where}."
    if kind == "search":
        people = words.count(len(frames["accounts"]), "account")
        return f"{people} found by “{rows['handle'].iloc[0]}” on {where}, with {posts}."
    found = int((rows["state"] == State.FOUND).sum())
    asked = words.count(len(rows), "account")
    comments = len(frames["comments"])
    also = f" and {words.count(comments, 'comment')}" if comments else ""
    return f"{asked} looked up on {where}: {found:,} found, with {posts}{also}."

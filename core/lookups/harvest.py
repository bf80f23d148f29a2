"""What a run brought, as the reading of a file would give it: tables, rows kept out, a sentence."""

import hashlib
from datetime import datetime
from typing import Final

import pandas as pd

from core.lookups import findings, outcomes
from core.lookups.desk import settled
from core.lookups.journal import Journal
from core.lookups.outcomes import State
from core.lookups.terms import every
from core.readers import reading as words
from core.readers.reading import Reading
from core.tables import platform_name

_FORMAT: Final = "lookup"


def bring_in(journal: Journal, run_id: str, holder: str, now: datetime) -> None:
    """Makes an upload of what a claimed run found, and lets go of the run; asks nobody."""
    rows, payloads = journal.rows(run_id), journal.payloads(run_id)
    if payloads:
        kind, _ = journal.asked(run_id)
        made, numbers = reading(rows, payloads, kind)
        told = f"{run_id} {numbers} {now.isoformat()}".encode()
        journal.keep(
            run_id,
            made,
            name=f"Look-up of {now.day} {now:%B %Y, %H:%M} UTC",
            numbers=numbers,
            sha256=hashlib.sha256(told).hexdigest(),
        )
    over = rows.assign(settled=rows["state"].map(settled)).groupby("chunk")["settled"].all()
    journal.forget_answers(run_id, [int(chunk) for chunk in over.index[over]])
    journal.release(run_id, holder, done=bool(over.all()))


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

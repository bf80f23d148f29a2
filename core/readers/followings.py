"""Follower and following lists of any network: the same frame, notes and sentence for all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from core import tables as tidy
from core.errors import UnreadableFile
from core.readers import handles, reading, splits
from core.readers.reading import Lack, Reading, Split, count

NETWORK: Final = {
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "x": "X",
    "youtube": "YouTube",
    "facebook": "Facebook",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "linkedin": "LinkedIn",
    "threads": "Threads",
    "twitch": "Twitch",
    "pinterest": "Pinterest",
    "snapchat": "Snapchat",
}
_NO_NUMBERS: Final = (
    "It has names and dates only, no follower counts, so nobody in it can be scored yet. "
    "Bring a list with numbers, or type in the numbers of those you care about."
)
_NOT_FOLLOWERS: Final = (
    "These are accounts that the owner follows, not followers. "
    "For the followers, bring the file “{followers}”."
)
_SHORT: Final = (
    "The oldest follow in this file is from {oldest}; if your account is older, choose “All time” "
    "when you ask {network} for the file."
)
_ASKS_HOW_LONG: Final = ("instagram", "threads")
# The longest range that networks offer besides “All time” is three years.
_LONGEST_RANGE: Final = pd.Timedelta(days=3 * 366 + 31)


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """One list of an export: who follows (or is followed), since when, by which file."""

    file: str
    platform: str
    following: bool
    names: pd.Series
    times: pd.Series
    rows: pd.Series | None = None  # where each stands in the file; its number in the list if null
    ids: bool = False  # numeric ids in place of names


def read(
    lists: Sequence[People],
    *,
    kind: str,
    label: str,
    owner: str | None,
    notes: Sequence[str] = (),
    accounts: pd.DataFrame | None = None,
    followers_file: str = "followers_1.json",
    split: Split | None = None,
) -> Reading:
    """One reading of all the lists of one account."""
    parts = [_conformed(people, owner) for people in lists]
    follows = tidy.join({"follows": rows} for rows, _ in parts)["follows"]
    tables = tidy.none() | {"follows": follows}
    if accounts is not None:
        tables["accounts"] = tidy.conform(accounts, "accounts")
    total = sum(len(people.names) for people in lists)
    if not total and accounts is None:
        raise _empty(lists, label)
    return Reading(
        format=kind,
        label=label,
        tables=tables,
        rows=total,
        sentence=_sentence(lists, owner, label, follows),
        problems=reading.join_problems(problems for _, problems in parts),
        notes=[
            *_notes(lists, follows, followers_file),
            *(splits.notes(split) if split else []),
            *notes,
        ],
        split=split,
    )


def _empty(lists: Sequence[People], label: str) -> UnreadableFile:
    names = reading.listing(people.file for people in lists)
    return UnreadableFile(
        f"{names}: this is the {label}, and the list in it is empty.",
        "If the account has followers, ask for the download again, for “All time”, and bring that.",
    )


def _conformed(people: People, owner: str | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The follows rows, and a problem for every entry that names nobody."""
    names = people.names.reset_index(drop=True).astype("str")
    rows = people.rows if people.rows is not None else pd.Series(range(1, len(names) + 1))
    seen = handles.examine(names)
    good = seen["handle"].notna()
    clean, since = seen.loc[good, "handle"], people.times.reset_index(drop=True)
    whose = pd.Series(owner, index=clean.index, dtype="str")
    handle, follower = (clean, whose) if people.following else (whose, clean)
    follows = pd.DataFrame({"handle": handle, "follower": follower, "followed_at": since[good]})
    lost = pd.DataFrame(
        {"row": rows.reset_index(drop=True), "value": names, "reason": seen["reason"]}
    )[~good]
    problems = reading.problems(people.file, column=None, **{name: lost[name] for name in lost})
    return tidy.conform(follows.assign(platform=people.platform), "follows"), problems


def _notes(lists: Sequence[People], follows: pd.DataFrame, followers_file: str) -> list[str]:
    notes: list[str] = []
    if not lists:
        return notes
    if all(people.following for people in lists):
        notes.append(_NOT_FOLLOWERS.format(followers=followers_file))
    elif any(people.ids for people in lists):
        notes.append(
            "X gives only numbers in place of names here. They cannot be scored, and looking "
            "them up costs money; "
            "what would help is a list of handles, or the follower list of a tool that shows names."
        )
    else:
        notes.append(_NO_NUMBERS)
    since = follows.loc[follows["follower"].notna(), "followed_at"].dropna()
    if (
        lists[0].platform in _ASKS_HOW_LONG
        and any(not people.following for people in lists)
        and len(since)
        and since.max() - since.min() < _LONGEST_RANGE
    ):
        oldest, network = reading.span(pd.Series([since.min()])), NETWORK[lists[0].platform]
        notes.append(_SHORT.format(oldest=oldest, network=network))
    return notes


def _sentence(lists: Sequence[People], owner: str | None, label: str, follows: pd.DataFrame) -> str:
    platform = NETWORK[lists[0].platform] if lists else label
    whose = f"@{owner}" if owner else "one account"
    followers = sum(len(people.names) for people in lists if not people.following)
    following = sum(len(people.names) for people in lists if people.following)
    said = []
    if followers or not following:
        said.append(f"{platform} followers of {whose}: {count(followers, 'person', 'people')}")
    if following:
        opening = "and" if said else f"{platform} following:"
        said.append(f"{opening} {count(following, 'account')} that {whose} follows")
    when = reading.span(follows["followed_at"])
    return " ".join(said) + (f", {when}." if when else ".")


def with_posts(
    made: Reading, posts: pd.DataFrame, *, rows: int, problems: pd.DataFrame, notes: Sequence[str]
) -> Reading:
    """The reading with the owner's own posts beside the people."""
    said = f"{count(len(posts), 'post')} of their own"
    people = len(made.tables["follows"])
    opening = f"{made.sentence.removesuffix('.')}; and " if people else f"{made.label}: "
    return replace(
        made,
        tables={**made.tables, "posts": posts},
        rows=made.rows + rows,
        sentence=f"{opening}{said}.",
        problems=reading.join_problems([made.problems, problems]),
        notes=list(dict.fromkeys([*made.notes, *notes])),
    )


def split(files: Sequence[str], owner: str | None, words: str) -> Split:
    """The parts of the followers (`followers_2`) among the files, and those that they leave out
    (`followers_1`), with what is said of such.
    """
    found = [re.search(r"followers_(\d+)", name) for name in files]
    parts = {int(match[1]) for match in found if match}
    lost = [part for part in range(1, max(parts, default=0)) if part not in parts]
    return Split(
        owner,
        frozenset(f"followers_{part}" for part in parts),
        tuple(Lack(f"followers_{part}", words) for part in lost),
    )


def merged(lists: Sequence[People]) -> tuple[list[People], list[str]]:
    """The lists without a part that is there twice under two names (`followers_1 (1).json`), and a
    note on it.
    """
    kept: dict[int, People] = {}
    notes = []
    for people in lists:
        print_of = hash((people.following, people.platform, tuple(people.names.fillna(""))))
        if print_of in kept and len(people.names):
            notes.append(
                f"“{people.file}” is the same list as “{kept[print_of].file}” and was read once."
            )
        else:
            kept.setdefault(print_of, replace(people))
    return list(kept.values()), notes

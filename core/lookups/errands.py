"""What is to be asked, before anything is sent: of whom, in how many calls, for how much."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Final, Literal

import pandas as pd

from core.lookups.candidates import left_today
from core.lookups.desk import Depth, settled
from core.lookups.networks import FOLLOWABLE, NETWORKS, SEARCHABLE
from core.lookups.outcomes import State
from core.lookups.terms import NO_WAY, every
from core.tables import platform_name

Kind = Literal["handles", "followers", "search"]

_PEOPLE_A_PAGE: Final[Mapping[str, int]] = {"bluesky": 100, "mastodon": 80}
_SEARCH_A_PAGE: Final[Mapping[str, int]] = {"bluesky": 100, "mastodon": 40, "youtube": 50}


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to do: its rows (chunk, platform, handle, found_via, state, detail) and depth."""

    kind: Kind
    rows: tuple[Mapping[str, Any], ...]
    depth: Depth

    @property
    def asked(self) -> dict[str, Any]:
        """The depth as plain values, for the journal."""
        return asdict(self.depth)

    @property
    def open_rows(self) -> list[Mapping[str, Any]]:
        """The rows about which something can be asked."""
        return [row for row in self.rows if row["state"] == State.WAITING]


def of_handles(accounts: pd.DataFrame, depth: Depth) -> Errand:
    """The accounts of a frame with platform, handle and perhaps found_via, each once.

    Rows that cannot be looked up are there too, settled, with the reason; rows without a platform
    are left out.
    """
    known = accounts.dropna(subset=["platform", "handle"])
    via = known["found_via"] if "found_via" in known else pd.Series(None, index=known.index)
    rows: list[Mapping[str, Any]] = []
    seen: set[tuple[str, str]] = set()
    filled: dict[str, int] = {}
    chunks: dict[tuple[str, int], int] = {}
    for platform, handle, way in zip(known["platform"], known["handle"], via, strict=True):
        told = {"platform": platform, "handle": handle, "found_via": way if way == way else None}
        if platform not in NETWORKS:
            reason = NO_WAY.get(platform, f"{platform_name(platform)} is not looked up")
            rows.append(_settled(told, State.NO_WAY, reason))
            continue
        name = NETWORKS[platform].named(handle)
        if name is None:
            rows.append(_settled(told, State.NO_NAME, None))
            continue
        if (platform, name.lower()) in seen:
            continue
        seen.add((platform, name.lower()))
        at = filled.get(platform, 0)
        filled[platform] = at + 1
        chunk = chunks.setdefault((platform, at // every()[platform].batch), len(chunks) + 1)
        rows.append({**told, "handle": name, "chunk": chunk, "state": State.WAITING.value})
    return Errand("handles", tuple(rows), depth)


def without_recent(errand: Errand, tried: pd.DataFrame, since: datetime) -> Errand:
    """`errand` less whom a look-up settled after `since`; `tried` is a row a handle ever asked."""
    over = tried[(tried["tried_at"] > since) & tried["state"].map(settled).astype(bool)]
    known = set(zip(over["platform"], over["handle"].str.lower(), strict=True))
    rows = [row for row in errand.rows if (row["platform"], row["handle"].lower()) not in known]
    return replace(errand, rows=tuple(rows))


def within_today(errand: Errand, used: Mapping[str, float]) -> Errand:
    """`errand` less whom the day's allowance has no room for, the last ones first.

    `used` is the units taken today, by network. A search or a list of followers is one row: it is
    left out where it could take more than is left.
    """
    left = {platform: left_today(platform, used.get(platform, 0.0)) for platform in every()}
    if errand.kind != "handles":
        over = [platform for platform in left if _too_much(errand, platform, used)]
        left = {platform: 0 if platform in over else 1 for platform in left}
    rows = []
    for row in errand.rows:
        if row["state"] == State.WAITING:
            left[row["platform"]] -= 1
        if row["state"] != State.WAITING or left[row["platform"]] >= 0:
            rows.append(row)
    return replace(errand, rows=tuple(rows))


def _too_much(errand: Errand, platform: str, used: Mapping[str, float]) -> bool:
    most = every()[platform].daily_units
    return most is not None and units(errand, platform) > most - used.get(platform, 0.0)


def of_followers(platform: str, handle: str, depth: Depth) -> Errand:
    """The followers of one account on a network that shows them."""
    name = FOLLOWABLE[platform].named(handle)
    told = {"platform": platform, "handle": name or handle, "found_via": None}
    if name is None:
        return Errand("followers", (_settled(told, State.NO_NAME, None),), depth)
    return Errand("followers", ({**told, "chunk": 1, "state": State.WAITING.value},), depth)


def of_search(platform: str, words: str, depth: Depth, server: str = "") -> Errand:
    """Who writes under a hashtag (#wool) or has a word in the name; `server` is Mastodon's."""
    said = " ".join(words.split())
    if platform not in SEARCHABLE:
        told = {"platform": platform, "handle": said, "found_via": None}
        reason = NO_SEARCH.get(platform, f"{platform_name(platform)} offers no search")
        return Errand("search", (_settled(told, State.NO_WAY, reason),), depth)
    handle = f"{said}@{server.strip().lower()}" if platform == "mastodon" else said
    told = {"platform": platform, "handle": handle, "found_via": "hashtag or location search"}
    return Errand("search", ({**told, "chunk": 1, "state": State.WAITING.value},), depth)


NO_SEARCH: Final[Mapping[str, str]] = {
    "instagram": "Instagram's hashtag search gives posts without the names of who wrote them",
    "x": "X charges for every post that a search brings, so it is not offered here",
    "tiktok": "TikTok offers its search to researchers only",
}


def calls(errand: Errand, platform: str) -> int:
    """How many calls the errand takes on one network, at the most."""
    terms, depth = every()[platform], errand.depth
    rows = [row for row in errand.open_rows if row["platform"] == platform]
    if errand.kind == "followers":
        pages = -(-depth.people // _PEOPLE_A_PAGE[platform])
        # Mastodon: who it is comes first. Bluesky: its lists have no counts, so profiles follow.
        more = 1 if platform == "mastodon" else -(-depth.people // terms.batch)
        return len(rows) * (pages + more)
    if errand.kind == "search":
        pages = -(-depth.people // _SEARCH_A_PAGE[platform])
        return len(rows) * pages * (2 if platform == "youtube" else 1)
    batches = len({row["chunk"] for row in rows}) * terms.calls_per_batch
    comments = depth.commented if terms.comments else 0
    return batches + len(rows) * (terms.calls_per_account + comments)


def units(errand: Errand, platform: str) -> int:
    """What the errand takes from a network's daily allowance, at the most."""
    terms = every()[platform]
    if errand.kind == "search" and terms.units_per_search:
        rows = [row for row in errand.open_rows if row["platform"] == platform]
        return (
            len(rows) * terms.units_per_search * -(-errand.depth.people // _SEARCH_A_PAGE[platform])
        )
    return calls(errand, platform)


def dollars(errand: Errand, platform: str) -> float:
    """What a network charges for the errand at the most, in US dollars."""
    terms = every()[platform]
    rows = sum(row["platform"] == platform for row in errand.open_rows)
    return rows * (terms.usd_per_account + terms.usd_per_post * errand.depth.posts)


def seconds(errand: Errand, platform: str) -> float:
    """How long the calls take at the speed the network allows; servers work side by side."""
    terms = every()[platform]
    total = calls(errand, platform)
    hosts: dict[str, int] = {}
    for row in errand.open_rows:
        if row["platform"] == platform:
            host = row["handle"].rpartition("@")[2] if platform == "mastodon" else ""
            hosts[host] = hosts.get(host, 0) + 1
    share = max(hosts.values(), default=0) / max(sum(hosts.values()), 1)
    busiest = total * share
    burst = terms.calls_allowed / 2
    return max(busiest - burst, 0) * terms.seconds_per_call + busiest * 0.3 / terms.at_once


def _settled(told: Mapping[str, Any], state: State, detail: str | None) -> Mapping[str, Any]:
    return {**told, "chunk": 0, "state": state.value, "detail": detail}

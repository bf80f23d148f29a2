"""What each network allows, asks for and charges: published terms, in data/figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from core import figures
from core.errors import UnknownName

# Why a network that people ask for is not among the terms.
NO_WAY: Final[Mapping[str, str]] = {
    "tiktok": "TikTok's interface answers about its own users only, after each has agreed",
    "facebook": "Facebook shows pages only to apps that Meta has reviewed",
    "linkedin": "LinkedIn has no open interface for looking people up",
    "threads": "Threads answers about one's own account only",
    "twitch": "Twitch is not looked up by this program",
    "pinterest": "Pinterest answers about one's own account only",
    "snapchat": "Snapchat has no interface for looking people up",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """One network: where it answers, in which portions, how often, and for how much (US dollars).

    `secret` names the key or token it needs, empty for none; `batch` accounts share
    `calls_per_batch` calls, each account then takes `calls_per_account` more.
    """

    platform: str
    label: str
    host: str  # empty: the account says which
    secret: str
    batch: int
    calls_per_batch: int
    calls_per_account: int
    units_per_search: int | None
    calls_allowed: int
    window_seconds: int
    daily_units: int | None
    at_once: int
    usd_per_account: float
    usd_per_post: float
    comments: bool
    source_id: str
    remark: str

    @property
    def seconds_per_call(self) -> float:
        """How far apart calls have to be, one after the other, to stay within the limit."""
        return self.window_seconds / self.calls_allowed

    @property
    def daily_accounts(self) -> int:
        """How many accounts a day leaves room for, at one call after the other at the most."""
        each = self.calls_per_account + self.calls_per_batch / self.batch
        calls = 86_400 / self.seconds_per_call
        return int(min(calls, self.daily_units or calls) / each)


def terms(platform: str) -> Terms:
    """The terms of `platform`; raises UnknownName for one that cannot be looked up."""
    known = every()
    if platform not in known:
        raise UnknownName.among("network to look up", platform, known)
    return known[platform]


@cache
def every() -> Mapping[str, Terms]:
    """All networks that can be looked up, by key."""
    whole = {"batch", "calls_per_batch", "calls_per_account", "calls_allowed", "window_seconds"}
    whole |= {"at_once"}
    rows = figures.read("lookup_terms").astype(object)
    rows = rows.where(rows.notna(), None)
    found = {}
    for row in rows.to_dict("records"):
        cells: dict[str, Any] = {
            str(name): int(value) if name in whole else value for name, value in row.items()
        }
        for name in ("units_per_search", "daily_units"):
            cells[name] = None if cells[name] is None else int(cells[name])
        for name in ("host", "secret", "remark"):
            cells[name] = cells[name] or ""
        cells["comments"] = bool(cells["comments"])
        found[str(row["platform"])] = Terms(**cells)
    return MappingProxyType(found)

"""The networks that can be asked, all behind one small interface."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from core.lookups import bluesky, instagram, mastodon, x, youtube
from core.lookups.calls import Declined
from core.lookups.desk import Depth, Desk
from core.lookups.findings import Found
from core.lookups.outcomes import Outcome
from core.lookups.wire import Wire


class Network(Protocol):
    """One module a network."""

    def named(self, handle: str) -> str | None:
        """The handle as the network writes it, None for one that it cannot have."""

    def explain(self, declined: Declined) -> Outcome:
        """What a refusal means."""

    async def look_up(self, handles: Sequence[str], desk: Desk, depth: Depth) -> None:
        """Profiles, posts and comments of one portion of handles, written as `named` does.

        Each one is reported; raises Refused where all of them are refused together.
        """

    async def test(self, wire: Wire) -> str:
        """Asks for as little as there is; what it says about limits. Raises Refused."""


class Searchable(Network, Protocol):
    """A network that finds people by hashtag or word."""

    async def search(self, words: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
        """Who writes under a hashtag, or has the words in name or description. Raises Refused."""


class Followable(Network, Protocol):
    """A network that shows who follows whom."""

    async def followers(self, handle: str, desk: Desk, depth: Depth, found: Found) -> Outcome:
        """The followers of one account, written as `named` does. Raises Refused."""


NETWORKS: Final[Mapping[str, Network]] = {
    "bluesky": bluesky,
    "mastodon": mastodon,
    "youtube": youtube,
    "instagram": instagram,
    "x": x,
}
SEARCHABLE: Final[Mapping[str, Searchable]] = {
    "bluesky": bluesky,
    "mastodon": mastodon,
    "youtube": youtube,
}
FOLLOWABLE: Final[Mapping[str, Followable]] = {"bluesky": bluesky, "mastodon": mastodon}

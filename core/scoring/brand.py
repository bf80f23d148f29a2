"""The brand that looks for creators, in its own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """Name, values, topics and deal-breakers as a person wrote them; each may be empty.

    `accounts` are the brand's own handles in lower case: they are nobody to be hired. `blocked`
    are names and sites it will not stand beside; `passed` the prompts about posts (creator, post,
    kind) that somebody looked at and let pass.
    """

    name: str = ""
    values: str = ""
    topics: str = ""
    deal_breakers: str = ""
    accounts: tuple[str, ...] = ()
    blocked: str = ""
    passed: tuple[tuple[str, str, str], ...] = ()

    @property
    def brief(self) -> str:
        """Values and topics as one text; empty when neither is said."""
        return f"{self.values}. {self.topics}".strip(". ")

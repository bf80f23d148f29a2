"""Keys and tokens on their way into a header, and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from core.lookups.terms import every

# Where each is looked for: under this name in secrets.toml and, in capitals, in the environment.
PREFIX: Final = "microscope_"


@dataclass(frozen=True, slots=True)
class Secrets:
    """The keys of the person at work, by network; never printed."""

    by_platform: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}), repr=False, hash=False
    )

    @classmethod
    def found(cls, *places: Mapping[str, object]) -> "Secrets":
        """The keys in `places`, the first place that has one counts; blank ones are none."""
        known = {}
        for platform, terms in every().items():
            for place in places:
                said = place.get(name(platform)) if terms.secret else None
                if isinstance(said, str) and said.strip():
                    known[platform] = said.strip()
                    break
        return cls(MappingProxyType(known))

    def of(self, platform: str) -> str | None:
        """The key of `platform`."""
        return self.by_platform.get(platform)

    def has(self, platform: str) -> bool:
        """Whether `platform` may be asked: it needs no key, or one is here."""
        return not every()[platform].secret or platform in self.by_platform


def name(platform: str) -> str:
    """What the key of `platform` is called: microscope_youtube_key."""
    return PREFIX + every()[platform].secret

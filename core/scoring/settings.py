"""What a person can choose about the scoring, as one frozen value that can be a cache key."""

from dataclasses import dataclass
from typing import Final

from core import figures
from core.errors import UnknownName

DIMENSIONS: Final = ("standing",)
DEFINITIONS: Final = ("followers",)


@dataclass(frozen=True, slots=True)
class Settings:
    """Tier scheme, benchmark set, width of the ranges, weight of each dimension, size of the top.

    Only `weights` above 0 count, and only their proportions; all 0 leaves every score unknown.
    """

    tier_scheme: str = "article"
    benchmark: str = "SEED"
    definition: str = "followers"
    level: float = 0.8
    weights: tuple[tuple[str, float], ...] = (("standing", 1.0),)
    top: int = 10
    seed: int = 20261123

    def __post_init__(self) -> None:
        _among("tier scheme", self.tier_scheme, tuple(figures.schemes()))
        _among("benchmark", self.benchmark, tuple(one.key for one in figures.benchmark_sets()))
        _among("definition of engagement", self.definition, DEFINITIONS)
        for dimension, weight in self.weights:
            _among("part of the score", dimension, DIMENSIONS)
            if not 0 <= weight < float("inf"):
                raise ValueError(f"the weight of {dimension} must be 0 or more, not {weight}")
        if not 0 < self.level < 1:
            raise ValueError(f"the level must lie between 0 and 1, not {self.level}")
        if self.top < 1:
            raise ValueError(f"the top must hold at least 1 creator, not {self.top}")


def _among(kind: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise UnknownName.among(kind, given, known)

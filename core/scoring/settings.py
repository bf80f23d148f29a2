"""What a person can choose about the scoring, as one frozen value that can be a cache key."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from core import figures
from core.errors import UnknownName
from core.prices import Exchange, Rates

# A dimension is judged in `ranking.judge` and named here; all else follows from its four columns.
DIMENSIONS: Final = ("standing", "conversation", "audience", "fit", "reputation", "value")
# What reactions are divided by, as people say it.
DEFINITIONS: Final[Mapping[str, str]] = {
    "followers": "followers",
    "reach": "people reached",
    "views": "views",
}
EVENLY: Final = tuple((dimension, 1.0) for dimension in DIMENSIONS)
MOST_WEIGHT: Final = 5
TOPS: Final = (3, 5, 10, 20)  # how many creators the top may be chosen to hold


@dataclass(frozen=True, slots=True)
class Settings:
    """Tier scheme, benchmark set, definition, width of the ranges, weights, size of the top, money.

    Only `weights` above 0 count, and only their proportions; all 0 leaves every score unknown.
    `definition` says what reactions are divided by, `saves` whether saves and shares are reactions.
    """

    tier_scheme: str = "article"
    benchmark: str = "SEED"
    definition: str = "followers"
    saves: bool = False
    level: float = 0.8
    weights: tuple[tuple[str, float], ...] = EVENLY
    top: int = 10
    seed: int = 20261123
    currency: str = "USD"
    rates: Rates = ()  # of exchange, as typed

    def __post_init__(self) -> None:
        _among("tier scheme", self.tier_scheme, tuple(figures.schemes()))
        _among("benchmark", self.benchmark, tuple(one.key for one in figures.benchmark_sets()))
        _among("definition of engagement", self.definition, tuple(DEFINITIONS))
        for dimension, weight in self.weights:
            _among("part of the score", dimension, DIMENSIONS)
            if not 0 <= weight < float("inf"):
                raise ValueError(f"the weight of {dimension} must be 0 or more, not {weight}")
        if not 0 < self.level < 1:
            raise ValueError(f"the level must lie between 0 and 1, not {self.level}")
        if self.top < 1:
            raise ValueError(f"the top must hold at least 1 creator, not {self.top}")
        Exchange(self.currency, self.rates)  # refuses what is no rate

    @property
    def usual_definition(self) -> bool:
        """Whether reactions are counted as published benchmarks count them."""
        return self.definition == "followers" and not self.saves

    @property
    def rate_name(self) -> str:
        """What the engagement rate is called where its definition must be told apart."""
        by = f"Engagement rate by {DEFINITIONS[self.definition]}"
        return f"{by}, with saves and shares" if self.saves else by

    def of_judging(self) -> Self:
        """The same with what only weighs left as it is at first: the key of what was judged."""
        return replace(self, weights=EVENLY, top=10, seed=20261123)


def weights_of(kept: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The weights that were kept as settings have them; evenly where none was, 1 where one is new.

    What counts no more by its name is left out.
    """
    return tuple((dimension, float(kept.get(dimension, 1.0))) for dimension in DIMENSIONS)


def _among(kind: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise UnknownName.among(kind, given, known)

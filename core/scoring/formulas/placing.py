"""Where a rate stands among accounts of its size: the curve of its platform and the bell curve."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import narwhals as nw

from core.scoring import bell
from core.scoring.formulas import normal
from core.scoring.formulas.engine import Frame

NEEDS: Final = (
    "platform",
    "followers",
    "engagement_rate",
    "engagement_rate_low",
    "engagement_rate_high",
)
GIVES: Final = ("standing_level", "standing", "standing_low", "standing_high")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The middle rate at each size on one platform: straight between knots (ln followers, ln rate).

    Level beyond the outer knots, and nothing outside `smallest` to `largest` followers. `accounts`
    says how many of the user's own it was taken from; 0 = published.
    """

    platform: str
    knots: tuple[tuple[float, float], ...]
    smallest: float
    largest: float
    spread: float
    accounts: int = 0


def level(yardstick: Yardstick) -> nw.Expr:
    """The rate at each number of `followers`; null outside the sizes that are covered."""
    followers = nw.col("followers")
    covered = (followers > 0) & (followers >= yardstick.smallest) & (followers <= yardstick.largest)
    size = nw.when(covered).then(followers).log()
    # A sum of clipped pieces is np.interp without bins, which engines cut differently.
    total = size * 0 + yardstick.knots[0][1]
    for (x, y), (to_x, to_y) in zip(yardstick.knots, yardstick.knots[1:], strict=False):
        total = total + (size.clip(x, to_x) - x) * ((to_y - y) / (to_x - x))
    return total.exp()


def placed(accounts: Frame, yardsticks: Iterable[Yardstick]) -> Frame:
    """Adds standing_level (the middle rate at its size), standing, standing_low, standing_high.

    Needs platform (any where it is not known), followers, engagement_rate and its ends. A rate of 0
    stands at 0.
    """
    every = tuple(yardsticks)
    levels = accounts.with_columns(
        _by_platform(every, [level(one) for one in every]).alias("standing_level"),
        _by_platform(every, [nw.lit(one.spread) for one in every]).alias("standing_spread"),
    )
    middle, spread = nw.col("standing_level"), nw.col("standing_spread")
    distances = {}
    for end in ("", "_low", "_high"):
        rate = nw.col(f"engagement_rate{end}")
        away = (nw.when(rate > 0).then(rate) / middle).log() / spread
        none = (rate <= 0) & (middle > 0)
        distances[f"standing{end}"] = nw.when(none).then(-2 * bell.FAR).otherwise(away)
    return normal.with_shares(levels, distances)


def _by_platform(yardsticks: tuple[Yardstick, ...], values: list[nw.Expr]) -> nw.Expr:
    """The value of the first yardstick of each account's platform that has one; else null."""
    unknown = nw.when(nw.col("platform") == "").then(0.0)  # no platform has an empty name
    chosen = [
        nw.when(nw.col("platform") == one.platform).then(value)
        for one, value in zip(yardsticks, values, strict=True)
    ]
    return nw.coalesce(*chosen, unknown)

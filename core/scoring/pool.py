"""The accounts at hand as their own yardstick, where they are many enough."""

import numpy as np
import pandas as pd

from core.scoring import bell
from core.scoring.formulas import Yardstick

ENOUGH = 200  # accounts of one platform whose rate is known
_LEAST = 0.05  # reactions a post: 0 has no logarithm, and one like in twenty posts is next to it
_ROUNDS = 8
_SMALLEST = 0.1  # log units: closer than this to the curve, all accounts weigh the same
_KNOTS = 17
_TENTH = 1.2816  # SDs above which a tenth of a normal distribution lies
_NARROWEST = 0.2  # log units: accounts that hardly differ are not spread over the whole scale


def yardsticks(rated: pd.DataFrame) -> list[Yardstick]:
    """The middle of each platform of `rated` that has at least 200 known rates."""
    usable = rated[rated["engagement_rate"].notna() & rated["followers"].gt(0)]
    pools = usable.groupby("platform", sort=True)
    return [_of(str(name), pool) for name, pool in pools if len(pool) >= ENOUGH]


def _of(platform: str, pool: pd.DataFrame) -> Yardstick:
    rate, size = np.log(seen(pool)), np.log(pool["followers"].to_numpy())
    centre = size.mean()
    factors = _middle(size - centre, rate)
    knots = np.linspace(size.min(), size.max(), _KNOTS) if np.ptp(size) else size[:1]
    away = rate - _terms(size - centre) @ factors
    low, high = np.quantile(away, [0.1, 0.9])
    return Yardstick(
        platform=platform,
        knots=tuple(zip(knots.tolist(), (_terms(knots - centre) @ factors).tolist(), strict=True)),
        smallest=0.0,
        largest=np.inf,
        spread=max(float(high - low) / (2 * _TENTH), _NARROWEST),
        accounts=len(pool),
    )


def seen(pool: pd.DataFrame) -> bell.Floats:
    """The known rates of `pool`, none at 0: one reaction in twenty posts stands in."""
    people = pool["engagement_seen_by"].to_numpy(dtype=float)
    return np.maximum(pool["engagement_rate"].to_numpy(dtype=float), _LEAST / people)


def _terms(size: bell.Floats) -> bell.Floats:
    return np.column_stack([np.ones_like(size), size, size**2])


def _middle(size: bell.Floats, rate: bell.Floats) -> bell.Floats:
    """The parabola in log followers with half of the accounts above it (least distance)."""
    terms = _terms(size)
    weight: bell.Floats = np.ones_like(size)
    factors: bell.Floats = np.zeros(terms.shape[1])
    for _ in range(_ROUNDS):
        weighted = terms * weight[:, None]
        solved = np.linalg.lstsq(weighted.T @ terms, weighted.T @ rate, rcond=None)[0]
        factors = np.asarray(solved, dtype=np.float64)
        weight = 1 / np.maximum(np.abs(rate - terms @ factors), _SMALLEST)
    return factors

"""A playbook taken over into a question: sizes, pay, number of creators and hashtags filled in."""

from dataclasses import replace

import numpy as np

from core import figures
from core.budget.assumptions import GIFTED_WHO_POST
from core.budget.limits import Quota
from core.budget.question import Question


def following(
    asked: Question,
    *,
    name: str,
    scheme: str,
    followers: tuple[float, float] | None,
    creators: int | None,
    pay: float | None,
    gifts_only: bool,
    hashtags: tuple[str, ...],
) -> Question:
    """`asked` with the limits of the playbook called `name`; what it does not say stays open.

    `followers` are the ends of its sizes, `pay` the most for a creator in the plan's currency. The
    total, the goal and who must be in stay as they were.
    """
    outside = () if followers is None else _outside(scheme, *followers)
    bounds = replace(
        asked.bounds,
        min_creators=None,
        max_creators=creators,
        max_spend=pay,
        tiers=tuple(Quota(tier, max_creators=0) for tier in outside),
        smaller_share=None,
        smaller_tiers=(),
        gift_only=gifts_only,
    )
    gifts = (asked.gifts or GIFTED_WHO_POST) if gifts_only else asked.gifts
    return replace(asked, bounds=bounds, gifts=gifts, playbook=name, hashtags=hashtags)


def _outside(scheme: str, low: float, high: float) -> tuple[str, ...]:
    """The tiers of `scheme` that share no size with `low` to `high`; none where all would be."""
    tiers = figures.tiers(scheme)
    least = tiers["followers_min"].fillna(0)
    most = tiers["followers_max"].fillna(np.inf)
    apart = (most <= low) | (least >= high)
    return () if apart.all() else tuple(tiers.loc[apart, "tier"])

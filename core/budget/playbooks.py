"""A playbook taken over into a question: sizes, pay, number of creators and hashtags filled in."""

from dataclasses import replace

import numpy as np

from core import figures
from core.budget.assumptions import GIFTED_WHO_POST
from core.budget.clauses import Money, clauses
from core.budget.limits import Limits, Quota
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
    total, the goal and who must be in stay as they were; `own` keeps the limits that were there.
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
    own = asked.own if asked.playbook else asked.bounds
    return replace(asked, bounds=bounds, gifts=gifts, playbook=name, hashtags=hashtags, own=own)


def left(asked: Question) -> Question:
    """`asked` without its playbook, with the limits from before it."""
    bounds = asked.own or Limits()
    return replace(asked, bounds=bounds, playbook="", hashtags=(), own=None)


def dropped(asked: Question, money: Money) -> list[str]:
    """The own limits that the playbook took away, in words."""
    kept = {each.words for each in clauses(asked.bounds, money)}
    before = clauses(asked.own or Limits(), money)
    return [each.words for each in before if each.words not in kept]


def _outside(scheme: str, low: float, high: float) -> tuple[str, ...]:
    """The tiers of `scheme` that share no size with `low` to `high`; none where all would be."""
    tiers = figures.tiers(scheme)
    least = tiers["followers_min"].fillna(0)
    most = tiers["followers_max"].fillna(np.inf)
    apart = (most <= low) | (least >= high)
    return () if apart.all() else tuple(tiers.loc[apart, "tier"])

"""A playbook taken over into a question: sizes, pay, number of creators and hashtags filled in."""

from dataclasses import replace
from typing import Final

import numpy as np

from core import figures
from core.budget.assumptions import GIFTED_WHO_POST
from core.budget.clauses import Money, clauses
from core.budget.limits import Limits, Quota
from core.budget.question import Question

Mix = tuple[tuple[float, float, int], ...]  # followers from, to below, creators of such a size

_MAY_BE_OPEN: Final = {"creators": "max_creators", "sizes": "tiers", "pay": "max_spend"}


def following(
    asked: Question,
    *,
    name: str,
    scheme: str,
    followers: tuple[float, float] | None,
    mix: Mix = (),
    creators: int | None,
    pay: float | None,
    gifts_only: bool,
    hashtags: tuple[str, ...],
) -> Question:
    """`asked` with the limits of the playbook called `name`; what it does not say stays open.

    `followers` are the ends of its sizes, `pay` the most for a creator in the plan's currency. The
    total, the goal and who must be in stay as they were; `own` keeps the limits that were there.
    `mix` lets in at most as many of each tier as the campaign had of the sizes in it.
    """
    bounds = replace(
        asked.bounds,
        min_creators=None,
        max_creators=creators,
        max_spend=pay,
        tiers=_quotas(scheme, followers, mix),
        smaller_share=None,
        smaller_tiers=(),
        gift_only=gifts_only,
    )
    gifts = (asked.gifts or GIFTED_WHO_POST) if gifts_only else asked.gifts
    own = asked.own if asked.playbook else asked.bounds
    return replace(asked, bounds=bounds, gifts=gifts, playbook=name, hashtags=hashtags, own=own)


def filled(asked: Question, money: Money) -> str:
    """What a plan holds to under its playbook, and what is left open, in one sentence."""
    bounds = asked.bounds
    barred = [quota.name for quota in bounds.tiers if quota.max_creators == 0]
    rest = replace(bounds, tiers=tuple(each for each in bounds.tiers if each.name not in barred))
    said = [each.words for each in clauses(rest, money)]
    said += [f"nobody of the size {' or '.join(barred)}"] if barred else []
    said += [f"{' '.join(asked.hashtags)} in the briefing"] if asked.hashtags else []
    left_open = [
        word
        for word, limit in _MAY_BE_OPEN.items()
        if not getattr(bounds, limit) and not (word == "pay" and bounds.gift_only)
    ]
    held = f"In force: {'; '.join(said)}" if said else "It sets no limit"
    return f"{held}; left open: {' and '.join(left_open)}." if left_open else f"{held}."


def left(asked: Question) -> Question:
    """`asked` without its playbook, with the limits from before it."""
    bounds = asked.own or Limits()
    return replace(asked, bounds=bounds, playbook="", hashtags=(), own=None)


def dropped(asked: Question, money: Money) -> list[str]:
    """The own limits that the playbook took away, in words."""
    kept = {each.words for each in clauses(asked.bounds, money)}
    before = clauses(asked.own or Limits(), money)
    return [each.words for each in before if each.words not in kept]


def _quotas(scheme: str, followers: tuple[float, float] | None, mix: Mix) -> tuple[Quota, ...]:
    """The most of each tier: none outside `followers`, else as many as `mix` counts there."""
    spans = [(low, high) for low, high, _ in mix] or ([followers] if followers else [])
    tiers = figures.tiers(scheme)
    least = tiers["followers_min"].fillna(0).to_numpy()[:, None]
    most = tiers["followers_max"].fillna(np.inf).to_numpy()[:, None]
    ends = np.array(spans, dtype="float64").reshape(-1, 2)
    shared = (most > ends[:, 0]) & (least < ends[:, 1])
    if not shared.any():
        return ()
    many = shared @ np.array([count for *_, count in mix], dtype="int64") if mix else None
    return tuple(
        Quota(tier, max_creators=0 if many is None else int(many[at]))
        for at, tier in enumerate(tiers["tier"])
        if many is not None or not shared[at].any()
    )

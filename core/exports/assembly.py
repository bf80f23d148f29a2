"""A plan, its creators and what is known of them, put together as a dossier."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np
import pandas as pd

from core import budget, figures, scoring
from core.budget import Goal
from core.exports.dossier import Brand, Creator, Dossier, Picture
from core.locale import Writing, is_known
from core.metrics import METRICS, Estimate, Input, Number, metric
from core.tables import PLATFORMS

_DOTS: Final = 50
_MONEY: Final = ("plan_cost", "pay_per_creator", "next_100", "price", "value")
_PRICES: Final = ("price", "price_low", "price_high", "price_source")
_WHAT: Final = ("creator", "handle", "platform", "option", "format", "count", "followers")
_LINES: Final = (*_WHAT, "value", "value_low", "value_high")
_WHY: Final = ("standing", "fit", "value")
_AUDIENCE: Final = ("audience", "conversation")
_MEASURES: Final[Mapping[Goal, tuple[str, ...]]] = {
    "engagements": ("Likes and comments under each piece of work, seven days after it went out.",),
    "people_reached": ("How often each piece was seen, from the creator's own statistics.",),
    "clicks": ("Visits through a link of each creator's own, for four weeks.",),
    "orders": ("Orders with a code of each creator's own, for four weeks.",),
    "revenue": ("Sales with a code of each creator's own, for four weeks.",),
}
_ALWAYS: Final = (
    "Every result is held against the range in this file, creator by creator.",
    "Where a result falls outside of its range, the next plan is corrected by it.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What there is to tell, as the other rooms give it.

    `scored` as of core.scoring.score; `uploads` as the store lists them; `overlap` as of
    core.overlap.unique_reach; `numbers` more numbers of the plan, such as different_people.
    """

    plan: budget.Plan
    outcome: budget.Outcome
    goal: Goal
    wanted: float
    scored: pd.DataFrame
    settings: scoring.Settings
    uploads: pd.DataFrame
    overlap: pd.DataFrame
    numbers: Mapping[str, Number]


def assemble(
    told: Told,
    title: str,
    brand: Brand,
    writing: Writing,
    made_at: datetime,
    *,
    draw: Callable[[pd.DataFrame], Mapping[str, Picture]] | None = None,
    sample: bool = False,
    fees: bool = True,
) -> Dossier:
    """The dossier of a plan; raises MicroscopeError where nobody is in it.

    `draw` makes the pictures of the lines that it is given, which hold no price without `fees`.
    """
    lines = _lines(told.plan.chosen, fees)
    numbers = budget.numbers(told.plan, told.outcome, told.goal, told.wanted, writing)
    numbers = {**numbers, **told.numbers}
    return Dossier(
        title=title,
        brand=brand,
        writing=writing,
        goal=METRICS[told.goal].label,
        wanted=told.wanted,
        aim=_aim(told, writing, fees),
        finding=_finding(told, writing, fees),
        numbers={key: one for key, one in numbers.items() if fees or key not in _MONEY},
        creators=tuple(_creators(told, writing, fees)),
        lines=lines,
        overlap=told.overlap,
        outcomes=_dots(told.outcome),
        measures=(*_MEASURES[told.goal], *_ALWAYS),
        files=tuple(_files(told.uploads, writing)),
        made_at=made_at,
        pictures=draw(lines) if draw and len(lines) else {},
        sample=sample,
        fees=fees,
    )


def _lines(chosen: pd.DataFrame, fees: bool) -> pd.DataFrame:
    columns = [*_LINES, *(_PRICES if fees else ())]
    return chosen.reindex(columns=columns).reset_index(drop=True)


def _dots(outcome: budget.Outcome) -> tuple[float, ...]:
    return tuple(outcome.dots(_DOTS).tolist()) if np.isfinite(outcome.draws).any() else ()


def _aim(told: Told, writing: Writing, fees: bool) -> str:
    label = METRICS[told.goal].label.lower()
    sum_ = f" for up to {writing.money(told.plan.budget)}" if fees else ""
    if told.wanted > 0:
        wanted = writing.value(told.wanted, METRICS[told.goal].unit)
        return f"At least {wanted} {label}{sum_}."
    return f"As many {label} as possible{sum_}."


def _finding(told: Told, writing: Writing, fees: bool) -> str:
    if fees:
        return budget.finding(told.plan, told.outcome, told.goal, told.wanted or None, writing)
    unit, total = METRICS[told.goal].unit, told.outcome.estimate
    count = told.plan.chosen["creator"].nunique()
    who = f"{writing.number(count)} creator{'' if count == 1 else 's'}"
    about, low, high = (
        writing.value(None if end is None else float(f"{end:.2g}"), unit)  # more would pretend
        for end in (total.value, total.low, total.high)
    )
    thing = METRICS[told.goal].label.lower()
    return f"{who} should bring about {about} {thing} (8 in 10 chance of {low} to {high})."


def _creators(told: Told, writing: Writing, fees: bool) -> list[Creator]:
    """Those of the plan in its order: a plan holds dozens of people, not thousands."""
    known = told.scored.drop_duplicates("creator").set_index("creator", drop=False)
    return [
        _creator(line, known.loc[key] if key in known.index else None, told, writing, fees)
        for key, lines in told.plan.chosen.groupby("creator", sort=False)
        for _, line in lines.head(1).iterrows()
    ]


def _creator(
    line: pd.Series, row: pd.Series | None, told: Told, writing: Writing, fees: bool
) -> Creator:
    numbers = {} if row is None else scoring.numbers(row, told.settings, writing)
    numbers.pop("walk_away", None)  # how far to go in a talk about money is nobody else's business
    why, missing = _reasons(row, _WHY if fees else _WHY[:2], writing)
    audience, unseen = _reasons(row, _AUDIENCE, writing)
    url = "" if row is None or not is_known(row["url"]) else str(row["url"])
    return Creator(
        key=str(line["creator"]),
        handle=str(line["handle"]),
        name="" if row is None or not is_known(row["name"]) else str(row["name"]),
        platform=PLATFORMS.get(line["platform"], str(line["platform"])),
        url=url if url.startswith("https://") else "",
        work=str(line["option"]),
        why=why,
        audience=audience,
        unknown=(*missing, *unseen),
        numbers={key: one for key, one in numbers.items() if fees or key not in _MONEY},
        brings=_brings(line, told.goal),
        fee=_fee(line) if fees else None,
    )


def _reasons(
    row: pd.Series | None, dimensions: tuple[str, ...], writing: Writing
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences about what is known, and the names of what is not."""
    said: tuple[list[str], list[str]] = [], []
    if row is None:
        return (), ()
    for name in dimensions:
        if is_known(row[name]):
            said[0].append(f"{scoring.reasons.reason(row, name, writing)}.")
        else:
            said[1].append(METRICS[name].label)
    return tuple(said[0]), tuple(said[1])


def _brings(line: pd.Series, goal: Goal) -> Number:
    every = str(line["source_ids"]).split() if is_known(line.get("source_ids")) else []
    ids = tuple(one for one in every if one != line["price_source"])  # of the price, not of this
    return Number(metric(goal), _estimate(line, "value"), source_ids=ids)


def _fee(line: pd.Series) -> Number:
    origin = str(line["price_source"]) if is_known(line["price_source"]) else ""
    published = origin in set(figures.read("sources")["source_id"])
    inputs = () if published else (Input("Price", origin or "unknown"),)
    ids = (origin,) if published else ()
    return Number(metric("price"), _estimate(line, "price"), inputs=inputs, source_ids=ids)


def _estimate(line: pd.Series, key: str) -> Estimate:
    value, low, high = (
        float(line[name]) if is_known(line[name]) else None
        for name in (key, f"{key}_low", f"{key}_high")
    )
    if value is None:
        return Estimate(None)
    return Estimate(
        value,
        min(low, value) if low is not None else None,
        max(high, value) if high is not None else None,
    )


def _files(uploads: pd.DataFrame, writing: Writing) -> list[Input]:
    """What was brought in: kind and size, but not its name, which may be nobody's business."""
    return [
        Input(str(file.label), f"{writing.number(file.rows)} rows", file.added_at.to_pydatetime())
        for file in uploads.sort_values("added_at").itertuples()
    ]

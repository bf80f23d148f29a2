"""Frozen forecasts beside what happened: did the ranges hold, and what the next forecast learns.

A line is one creator of one frozen plan: what was expected (the mean), its 80 % range, and what
came. On the logarithm a line's miss is ln(happened ÷ middle of its range); a campaign shares part
of it (`outcomes.SHARED`), so ten lines of one campaign tell less than ten campaigns.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from core.budget import lognormal
from core.budget.outcomes import SHARED
from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric

LEVEL: Final = 0.8
# How far a brand's own level usually lies from the forecast (SD of the logarithm), and how many
# lines our own width counts for: assumptions of ours, outweighed by the first few campaigns.
OWN_LEVEL: Final = 0.5
OWN_WIDTH: Final = 10
_LEAST: Final = 0.5  # a count of 0 on the logarithm
_SAME: Final = 0.005  # a correction nearer to none is none


@dataclass(frozen=True, slots=True)
class Learnt:
    """What past forecasts teach the next one: multiply by `factor`, widen the spread by `width`.

    `lines` settled lines of `campaigns` campaigns stand behind it; nothing learnt is (1, 1).
    """

    factor: float = 1.0
    width: float = 1.0
    lines: int = 0
    campaigns: int = 0

    def __post_init__(self) -> None:
        if not (self.factor > 0 and self.width > 0):
            raise ValueError(f"a forecast cannot be scaled by {self.factor} and {self.width}")


def settle(lines: pd.DataFrame, came: pd.DataFrame, goal: str) -> pd.DataFrame:
    """creator, expected, low, high, happened, inside and miss (a logarithm); null = unknown.

    `lines` are a plan's rows (creator, value, value_low, value_high); `came` has creator, `goal`.
    """
    expected = lines.groupby("creator", sort=False)[["value", "value_low", "value_high"]].sum(
        min_count=1
    )
    expected = expected.set_axis(["expected", "low", "high"], axis=1)
    known = came.drop_duplicates("creator").set_index("creator")[goal]
    settled = expected.assign(happened=known.reindex(expected.index))
    there = settled[["happened", "low", "high"]].notna().all(axis=1)
    inside = settled["happened"].between(settled["low"], settled["high"])
    return settled.assign(
        inside=inside.astype("boolean").where(there, pd.NA),
        miss=_miss(settled),
    ).reset_index()


def _miss(settled: pd.DataFrame) -> pd.Series:
    middle = np.sqrt(settled["low"] * settled["high"]).where(settled["low"] > 0)
    return np.log(settled["happened"].clip(lower=_LEAST) / middle.clip(lower=_LEAST))


def edited(before: pd.DataFrame, after: pd.DataFrame) -> list[tuple[str, str, float | None]]:
    """creator, measure, value (None = emptied) of the cells that differ; the index is the creator.

    Only what a person typed: cells that stay as files filled them are not among them.
    """
    changed = (before.ne(after) & (before.notna() | after.notna())).to_numpy()
    rows, columns = np.nonzero(changed)  # a few cells: a person typed them
    cells = after.to_numpy(np.float64, na_value=np.nan)
    return [
        (
            str(after.index[row]),
            str(after.columns[column]),
            None if np.isnan(cells[row, column]) else float(cells[row, column]),
        )
        for row, column in zip(rows, columns, strict=True)
    ]


def nothing() -> pd.DataFrame:
    """No settled lines: the columns of `settle`, and campaign."""
    numbers = ("expected", "low", "high", "happened", "miss")
    columns = {name: pd.Series(dtype="float64") for name in numbers}
    return pd.DataFrame(
        {
            "creator": pd.Series(dtype="str"),
            **columns,
            "inside": pd.Series(dtype="boolean"),
            "campaign": pd.Series(dtype="int64"),
        }
    )


def learnt(settled: pd.DataFrame) -> Learnt:
    """What the settled lines of all campaigns teach; `settled` has a column `campaign` besides.

    The level is shrunk towards 1 and the width towards ours: a campaign counts for what is not
    shared luck.
    """
    known = settled.dropna(subset=["miss"])
    if known.empty:
        return Learnt()
    spread = lognormal.spread(known["low"], known["expected"], known["high"], 0.0)
    own = (spread**2).clip(lower=SHARED**2) - SHARED**2
    by_campaign = known["miss"].groupby(known["campaign"])
    noise = SHARED**2 + own.groupby(known["campaign"]).mean() / by_campaign.size()
    precision = 1 / noise
    level = float((by_campaign.mean() * precision).sum() / (precision.sum() + 1 / OWN_LEVEL**2))
    away = ((known["miss"] - level) / spread.where(spread > 0)).dropna()
    width = np.sqrt((OWN_WIDTH + float((away**2).sum())) / (OWN_WIDTH + len(away)))
    return Learnt(float(np.exp(level)), float(width), len(known), by_campaign.ngroups)


def applied(options: pd.DataFrame, lesson: Learnt) -> pd.DataFrame:
    """`options` (value, value_low, value_high) as `lesson` corrects them."""
    if lesson == Learnt():
        return options
    unknown = options[["value_low", "value_high"]].isna().any(axis=1)
    told = lognormal.spread(options["value_low"], options["value"], options["value_high"], 0.0)
    value = options["value"] * lesson.factor
    low, high = lognormal.bounds(value, told * lesson.width)
    return options.assign(value=value, value_low=low.mask(unknown), value_high=high.mask(unknown))


def corrected(lesson: Learnt, goal: str, writing: Writing) -> str:
    """How far `lesson` moves a forecast of `goal`, in one sentence; empty where it moves none."""
    if abs(lesson.factor - 1) < _SAME:
        return ""
    side = "lower" if lesson.factor < 1 else "higher"
    plans = "1 kept plan" if lesson.campaigns == 1 else f"{lesson.campaigns} kept plans"
    return (
        f"{metric(goal).label} are set {writing.share(abs(lesson.factor - 1))} {side} than usual,"
        f" as what came of {plans} has taught; see below."
    )


def finding(settled: pd.DataFrame, writing: Writing) -> str:
    """`Your 80 % ranges held 7 of 10 times; results came in 12% below …`, or what is missing."""
    known = settled.dropna(subset=["inside"])
    if known.empty:
        return "Nothing has been settled yet: say what happened, and the forecasts learn from it"
    held, lines = int(known["inside"].sum()), len(known)
    times = "time" if lines == 1 else "times"
    sentence = f"Your 8-in-10 ranges held {held} of {lines} {times}"
    factor = learnt(known).factor
    if abs(factor - 1) < _SAME:
        return f"{sentence}; on the whole the forecasts were neither too high nor too low"
    side = "below" if factor < 1 else "above"
    return f"{sentence}; the next forecast is set {writing.share(abs(factor - 1))} {side} the usual"


def numbers(settled: pd.DataFrame, writing: Writing) -> dict[str, Number]:
    """ranges_held and forecast_bias by key, with their passports."""
    known = settled.dropna(subset=["inside"])
    lesson = learnt(settled)
    held = int(known["inside"].sum())
    share = held / len(known) if len(known) else None
    inputs = (
        Input("Settled lines", writing.number(lesson.lines)),
        Input("Campaigns", writing.number(lesson.campaigns)),
    )
    bias = None if not lesson.lines else lesson.factor - 1
    return {
        "ranges_held": Number(
            metric("ranges_held"),
            Estimate(share, n=len(known)),
            f"{held} of {len(known)}" if len(known) else "",
            inputs,
        ),
        "forecast_bias": Number(
            metric("forecast_bias"),
            Estimate(bias, n=lesson.lines),
            _working(known, lesson, writing) if lesson.lines else "",
            inputs,
            note="Shrunk towards no change: few campaigns move it little.",
        ),
    }


def _working(known: pd.DataFrame, lesson: Learnt, writing: Writing) -> str:
    raw = float(np.exp(known["miss"].mean()))
    return (
        f"happened ÷ expected, typically {writing.share(raw)}; "
        f"after shrinking {writing.share(lesson.factor)}"
    )

"""Fifty dots that can be counted: the shape in which people read odds best.

Quantile dot plots: Fernandes et al. 2018, “Uncertainty Displays Using Quantile Dotplots or CDFs
Improve Transit Decision-Making”. Each dot is one of fifty equally likely outcomes.
"""

from typing import Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import goals, house
from core.locale import Writing, is_known

DOTS: Final = 50
_COLUMNS: Final = 16
_THIN: Final = 0.02  # a column's share of the value where all outcomes are the same
_FAR: Final = 0.6  # a goal farther off than this share of the spread is only pointed at
_ROOM: Final = 0.9  # of a column's width that a dot may fill
_REACHES: Final = "reaches the goal"
_MISSES: Final = "falls short"
_UNASKED: Final = "outcome"


def outcomes(draws: np.ndarray | pd.Series, goal: float | None) -> pd.DataFrame:
    """Fifty equally likely outcomes: value, reaches (null without a goal), and where the dot is."""
    values = np.asarray(draws, dtype="float64")
    values = values[np.isfinite(values)]
    if not len(values):
        return pd.DataFrame(columns=["value", "reaches", "column", "row", "width"], dtype="float64")
    drawn = np.quantile(values, (np.arange(DOTS) + 0.5) / DOTS)
    start = float(goal) if goal is not None and is_known(goal) else drawn[0]
    spread = drawn[-1] - drawn[0]
    width = spread / _COLUMNS if spread else abs(drawn[0]) * _THIN or 1.0
    number = np.floor((drawn - start) / width)
    if not spread:  # one certain outcome: five columns of ten, on its side of the goal
        number += np.arange(DOTS) // 10 * (1 if drawn[0] >= start else -1)
    # The goal is an edge between two columns: none holds dots of both kinds.
    run = np.cumsum(np.diff(number, prepend=number[0]) != 0)
    return pd.DataFrame(
        {
            "value": drawn,
            "column": start + (number + 0.5) * width,
            "row": np.arange(DOTS) - np.searchsorted(run, run),
            "reaches": drawn >= start if is_known(goal) else np.nan,
            "width": width,
        }
    )


def fifty(
    draws: np.ndarray | pd.Series,
    goal: float | None,
    goal_label: str,
    writing: Writing,
    title: str,
) -> house.Picture:
    """The dots in columns, those at or above the goal told apart by hue and shape."""
    data = outcomes(draws, goal)
    text = _told(draws, data, goal, goal_label, writing)
    if data.empty:
        return house.picture(house.note(text), data, writing, text, title, 120)
    known_goal = is_known(goal)
    kind = np.where(data["reaches"] == 1, _REACHES, _MISSES) if known_goal else _UNASKED
    data = data.assign(kind=kind)
    domain = _domain(data, goal)
    high = max(float(data["row"].max()) + 1, 6.0) * 1.15
    same = data["value"].iloc[0] == data["value"].iloc[-1]
    certain = {"values": [float(data["value"].iloc[0])]} if same else {}
    x = alt.X(
        "column:Q",
        title=goal_label,
        scale={"domain": domain, "nice": False, "zero": False},
        axis=house.counts(grid=False, **certain),
    )
    y = alt.Y("row:Q", axis=None, scale={"domain": [-0.6, high], "nice": False})
    columns = round((domain[1] - domain[0]) / data["width"].iloc[0])
    layers = [_dots(x, y, columns, high)]
    if known_goal:
        layers += _goal(float(goal or 0), domain, high, x, y, writing)
    return house.picture(layers, data.drop(columns="reaches"), writing, text, title, 260)


def _domain(data: pd.DataFrame, goal: float | None) -> list[float]:
    """From the first column to the last, and to the goal unless it is too far to be shown."""
    width = data["width"].iloc[0]
    low, high = data["column"].min() - width, data["column"].max() + width
    reach = (high - low) * _FAR
    if goal is not None and low - reach <= goal <= high + reach:
        low, high = min(low, goal - width), max(high, goal + width)
    return [float(low), float(high)]


def told(
    draws: np.ndarray | pd.Series, goal: float | None, goal_label: str, writing: Writing
) -> str:
    """The odds as a count of fifty, the middle, and where eight in ten outcomes lie."""
    return _told(draws, outcomes(draws, goal), goal, goal_label, writing)


def _told(
    draws: np.ndarray | pd.Series,
    data: pd.DataFrame,
    goal: float | None,
    goal_label: str,
    writing: Writing,
) -> str:
    if data.empty:
        return "There is nothing to draw the odds from yet."
    values = np.asarray(draws, dtype="float64")
    low, middle, high = np.quantile(values[np.isfinite(values)], [0.1, 0.5, 0.9])
    parts = []
    if is_known(goal):
        count = writing.number(int((data["reaches"] == 1).sum()))
        aim = goals.brought(goal, goal_label, writing)
        parts.append(f"{count} of {DOTS} equally likely outcomes reach {aim}.")
    spread = writing.span(low, high, goals.unit(goal_label))
    half = goals.amount(middle, goal_label, writing)
    parts.append(f"Half of all outcomes lie below {half}, eight in ten within {spread}.")
    return " ".join(parts)


def _dots(x: alt.X, y: alt.Y, columns: int, high: float) -> house.Layer:
    across, up = f"width / {columns}", f"height / {high + 0.6}"
    size = f"PI * pow({_ROOM} * min({across}, {up}) / 2, 2)"
    kinds = [_REACHES, _MISSES, _UNASKED]
    hues = [house.GREEN, house.VERMILLION, house.BLUE]
    shapes = ["circle", "triangle-down", "circle"]
    return house.layer(
        "point",
        {"filled": True, "opacity": 1, "size": {"expr": size}},
        x=x,
        y=y,
        color=alt.Color("kind:N", scale={"domain": kinds, "range": hues}, legend=None),
        shape=alt.Shape("kind:N", scale={"domain": kinds, "range": shapes}, legend=None),
        tooltip=[
            alt.Tooltip("value:Q", title="This outcome", format=",.0f"),
            alt.Tooltip("kind:N", title="It"),
        ],
    )


def _goal(
    goal: float, domain: list[float], high: float, x: alt.X, y: alt.Y, writing: Writing
) -> list[house.Layer]:
    late = goal > sum(domain) / 2
    shown = domain[0] <= goal <= domain[1]
    text = f"goal {writing.number(goal)}"
    if not shown:
        text = f"{text} →" if late else f"← {text}"
    at = pd.DataFrame({"column": [min(max(goal, domain[0]), domain[1])], "row": [high]})
    side = {"align": "right" if late else "left", "dx": -5 if late else 5, "baseline": "top"}
    words = {**side, "fontWeight": "bold"}
    rule = house.layer("rule", {"strokeWidth": 1.5, "color": house.ink()}, at, x=x)
    text_channel = alt.Text("text:N")
    return [
        *([rule] if shown else []),
        *house.words(words, at.assign(text=text), x=x, y=y, text=text_channel),
    ]

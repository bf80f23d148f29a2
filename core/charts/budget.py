"""A budget in pictures: what more money buys, who gets it, and the odds of reaching the goal."""

from typing import Any, Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import dots, house, rows
from core.locale import Writing, is_known

_MOST_LINES: Final = 30
_TIGHT: Final = 0.005  # a bound nearer than this share cannot be told from the line


def frontier(
    frontier: pd.DataFrame,
    plan_cost: float | None,
    plan_value: float | None,
    goal_label: str,
    writing: Writing,
    budget: float | None = None,
    title: str = "",
) -> house.Picture:
    """The best value at each budget as steps, what no plan can exceed above it, and the plan."""
    known = frontier.dropna(subset=["budget", "value"]).sort_values("budget")
    text = frontier_alt_text(frontier, plan_cost, plan_value, goal_label, writing, budget)
    if known.empty:
        return house.picture(house.note("No budget was tried yet."), known, writing, text, title)
    right = np.nanmax([known["budget"].max(), _number(plan_cost), _number(budget)])
    most = np.nanmax([known["value"].max(), known["bound"].max(), _number(plan_value)])
    x, y = _money("budget", float(right)), _value("value", goal_label, float(most))
    layers = _limit(float(budget or 0), float(right), x, y, writing) if is_known(budget) else []
    upper = _value("bound", goal_label, float(most))
    layers += _bound(known, float(right), _number(budget), x, upper)
    line = {"interpolate": "step-after", "strokeWidth": 2.5, "color": house.BLUE}
    layers.append(house.layer("line", line, x=x, y=y))
    if len(known) == 1:  # a line needs two
        layers.append(house.layer("point", {"color": house.BLUE, "filled": True}, x=x, y=y))
    if is_known(plan_cost) and is_known(plan_value):
        layers += _plan(float(plan_cost or 0), float(plan_value or 0), float(right), x, y, writing)
    return house.picture(layers, known, writing, text, title, 340)


def frontier_alt_text(
    frontier: pd.DataFrame,
    plan_cost: float | None,
    plan_value: float | None,
    goal_label: str,
    writing: Writing,
    budget: float | None = None,
) -> str:
    """What the plan brings for what it costs, and what the smallest and largest budget bring."""
    parts = []
    if is_known(plan_cost) and is_known(plan_value):
        limit = f" of a budget of {writing.money(budget)}" if is_known(budget) else ""
        brings = f"brings {writing.number(plan_value)} {goal_label.lower()}"
        parts.append(f"The plan costs {writing.money(plan_cost)}{limit} and {brings}.")
    known = frontier.dropna(subset=["budget", "value"]).sort_values("budget")
    if len(known):
        ends = [
            f"{writing.number(row.value)} for {writing.money(row.budget)}"
            for row in known.iloc[[0, -1]].itertuples()
        ]
        parts.append(f"The best plans go from {ends[0]} to {ends[1]}.")
    return " ".join(parts) or "No budget was tried yet."


def frontier_table(frontier: pd.DataFrame, goal_label: str) -> pd.DataFrame:
    """The best plan at each budget: its cost, what it brings, what no plan can exceed."""
    names = {"budget": "Budget", "cost": "Plan costs", "value": goal_label}
    names["bound"] = "No plan above"
    return frontier[list(names)].rename(columns=names)


def lines(
    chosen: pd.DataFrame, goal_label: str, writing: Writing, title: str = ""
) -> house.Picture:
    """Who gets how much (beside the name) against what it should bring (dot and 80 % range).

    `chosen` may come without its prices; then nothing is said of money.
    """
    text = lines_alt_text(chosen, goal_label, writing)
    shown = chosen.sort_values("value", ascending=False, na_position="last").head(_MOST_LINES)
    if shown.empty:
        return house.picture(
            house.note("Nobody is in this plan."), shown, writing, text, title, 120
        )
    data = pd.DataFrame(
        {
            "creator": shown["creator"],
            "line": _named(shown, writing),
            "value": shown["value"],
            "low": shown["value_low"],
            "high": shown["value_high"],
            "end": rows.farthest(shown, "value", "value_high").fillna(0.0),
            "number": [writing.number(value) for value in shown["value"]],
            **({"source": shown["price_source"]} if "price" in shown else {}),
        }
    )
    domain = rows.span(data, "end", room=1.25)
    look = house.counts()
    tooltip = [
        alt.Tooltip("line:N", title="Creator"),
        alt.Tooltip("value:Q", title=goal_label, format=",.0f"),
        alt.Tooltip("low:Q", title="Range from", format=",.0f"),
        alt.Tooltip("high:Q", title="Range to", format=",.0f"),
        *([alt.Tooltip("source:N", title="Price from")] if "price" in shown else []),
    ]
    layers = [
        rows.ranges(rows.axis("low", goal_label, domain, **look), "high"),
        house.clickable(rows.dots(rows.axis("value", goal_label, domain, **look), tooltip)),
        *rows.numbers(rows.axis("end", goal_label, domain, **look), "number"),
    ]
    return house.picture(layers, data, writing, text, title, rows.height(len(data), two=True))


def lines_alt_text(chosen: pd.DataFrame, goal_label: str, writing: Writing) -> str:
    """How many get how much together, who brings most, and how many lines are not drawn."""
    if chosen.empty:
        return "Nobody is in this plan."
    people = house.counted(chosen["creator"].nunique(), "creator", "creators", writing)
    value = chosen["value"].sum(min_count=1)
    paid = f" for {writing.money(_paid(chosen))} together" if "price" in chosen else ""
    parts = [f"{people}{paid}; {writing.number(value)} {goal_label.lower()} expected."]
    if chosen["value"].notna().any():
        best = chosen.loc[[chosen["value"].idxmax()]]
        brings = writing.number(best["value"].iloc[0])
        brings += f" for {writing.money(_paid(best))}" if "price" in chosen else ""
        parts.append(f"{house.called(best).iloc[0]} should bring most: {brings}.")
    if len(chosen) > _MOST_LINES:
        parts.append(f"The {_MOST_LINES} largest of {writing.number(len(chosen))} lines are drawn.")
    return " ".join(parts)


def _paid(chosen: pd.DataFrame) -> float:
    return float(chosen["price"].sum(min_count=1))


def lines_table(chosen: pd.DataFrame, goal_label: str) -> pd.DataFrame:
    """The plan line by line: who, what, price with range and source if any, value with range."""
    names = {
        "handle": "Creator",
        "platform": "Platform",
        "format": "Format",
        "count": "Pieces",
        "price": "Price",
        "price_low": "Price from",
        "price_high": "Price to",
        "price_source": "Price source",
        "value": goal_label,
        "value_low": f"{goal_label} from",
        "value_high": f"{goal_label} to",
    }
    ordered = chosen.sort_values("value", ascending=False, na_position="last")
    return ordered[[name for name in names if name in ordered]].rename(columns=names)


def odds(
    draws: np.ndarray | pd.Series,
    goal_value: float | None,
    goal_label: str,
    writing: Writing,
    title: str = "",
) -> house.Picture:
    """The total as 50 dots, each as likely as any other: count those that reach the goal."""
    return dots.fifty(draws, goal_value, goal_label, writing, title)


def odds_alt_text(
    draws: np.ndarray | pd.Series, goal_value: float | None, goal_label: str, writing: Writing
) -> str:
    """`41 of 50 equally likely outcomes reach …`, and the range of eight in ten."""
    return dots.told(draws, goal_value, goal_label, writing)


def odds_table(
    draws: np.ndarray | pd.Series, goal_value: float | None, goal_label: str
) -> pd.DataFrame:
    """The fifty outcomes and whether each reaches the goal."""
    drawn = dots.outcomes(draws, goal_value)
    return pd.DataFrame({goal_label: drawn["value"], "Reaches the goal": drawn["reaches"]})


def _number(value: float | None) -> float:
    return float(value) if value is not None else np.nan


def _money(field: str, right: float) -> alt.X:
    scale = {"domain": [0, right * 1.04 or 1.0], "nice": False}
    return alt.X(
        f"{field}:Q", title="Budget", scale=scale, axis={"format": "$,.0f", "tickCount": 4}
    )


def _value(field: str, goal_label: str, most: float) -> alt.Y:
    scale = {"domain": [0, most * 1.12 or 1.0], "nice": False}
    return alt.Y(f"{field}:Q", title=goal_label, scale=scale, axis=house.on_top(**house.counts()))


def _bound(
    known: pd.DataFrame, right: float, budget: float, x: alt.X, upper: alt.Y
) -> list[house.Layer]:
    """What no plan can exceed, faint and named; nothing where it lies on the line itself."""
    gap = (known["bound"] - known["value"]) / known["bound"]
    if not (gap > _TIGHT).any():
        return []
    look = {"strokeDash": [4, 3], "strokeWidth": 1.5, "color": house.quiet()}
    near = 0.45 if budget > 0.5 * right else 0.95  # a label ends here, clear of the budget line
    last = known[known["budget"] <= max(near * right, known["budget"].min())].tail(1)
    named = last[["budget", "bound"]].assign(text="no plan can beat this")
    words = {"color": house.quiet(), "align": "right", "dy": -9, "limit": 160}
    return [
        house.layer("line", look, x=x, y=upper),
        *house.words(words, named, x=x, y=upper, text=alt.Text("text:N")),
    ]


def _limit(budget: float, right: float, x: alt.X, y: alt.Y, writing: Writing) -> list[house.Layer]:
    late = budget > right / 2
    side = {"align": "right" if late else "left", "dx": -5 if late else 5, "dy": -5}
    text = f"budget {writing.money(budget)}"
    at = pd.DataFrame({"budget": [budget], "value": [0.0], "text": [text]})
    rule = {"strokeDash": [2, 3], "strokeWidth": 1.5, "color": house.ink()}
    return [
        house.layer("rule", rule, at, x=x),
        *house.words(side, at, x=x, y=y, text=alt.Text("text:N")),
    ]


def _plan(
    cost: float, value: float, right: float, x: alt.X, y: alt.Y, writing: Writing
) -> list[house.Layer]:
    late = cost > right / 2
    side: dict[str, Any] = {"align": "right" if late else "left", "dx": -12 if late else 12}
    text = f"your plan: {writing.number(value)} for {writing.money(cost)}"
    at = pd.DataFrame({"budget": [cost], "value": [value], "text": [text]})
    look = {"shape": "diamond", "filled": True, "size": 190, "opacity": 1}
    hue = {"color": house.VERMILLION, "stroke": house.paper()}
    words = {**side, "dy": 16, "fontWeight": "bold", "limit": 220}
    return [
        house.layer("point", {**look, **hue}, at, x=x, y=y),
        *house.words(words, at, x=x, y=y, text=alt.Text("text:N")),
    ]


def _named(shown: pd.DataFrame, writing: Writing) -> pd.Series:
    """Two rows a line: who, and for how much what."""
    pieces = shown["count"].fillna(1).astype("int64").astype("str") + " × "
    what = pieces + shown["format"].fillna(shown["option"]).astype("str")
    name = house.called(shown) + "\n" + house.short(what)
    if "price" in shown:
        paid = [writing.money(price) for price in shown["price"]]
        name = name + pd.Series(paid, index=shown.index).radd(" · ")
    return rows.unique(name, shown["platform"])

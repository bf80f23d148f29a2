"""A budget in pictures: what more money buys, who gets it, and the odds of reaching the goal."""

from typing import Any, Final

import altair as alt
import numpy as np
import pandas as pd

from core.charts import dots, goals, house, rows, stairs
from core.locale import Writing, is_known

_MOST_LINES: Final = 30
_LETTERS: Final = 24  # of a handle beside its line: hardly any is longer
_TOP: Final = 10  # px below the upper edge
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
    """The best value at each budget as steps in its 80 % band, what no plan can exceed, the plan.

    Where more money adds nothing the line ends soon.
    """
    known = stairs.rising(frontier.dropna(subset=["budget", "value"]).sort_values("budget"))
    text = frontier_alt_text(frontier, plan_cost, plan_value, goal_label, writing, budget)
    if not known["value"].gt(0).any():
        return house.picture(house.note(_nothing(known)), known, writing, text, title, 120)
    right = np.nanmax([known["budget"].max(), _number(plan_cost)])
    tops = known.reindex(columns=["value", "bound", "value_high"]).max()
    most = np.nanmax([*tops, _number(plan_value)])
    x, y = _money("budget", float(right)), _value("value", goal_label, float(most))
    shown = stairs.steps(known)
    layers = _band(shown, x, goal_label, float(most))
    if is_known(budget) and _number(budget) <= right:
        layers += _limit(float(budget or 0), float(right), x, writing)
    upper = _value("bound", goal_label, float(most))
    layers += _bound(known, float(right), _number(budget), x, upper)
    line = {"interpolate": "step-after", "strokeWidth": 2.5, "color": house.BLUE}
    layers.append(house.layer("line", line, shown, x=x, y=y))
    if len(known) == 1:  # a line needs two
        layers.append(house.layer("point", {"color": house.BLUE, "filled": True}, x=x, y=y))
    if is_known(plan_cost) and is_known(plan_value):
        brings = float(plan_value or 0), goal_label
        layers += _plan(float(plan_cost or 0), brings, float(right), x, y, writing)
    return house.picture(layers, known, writing, text, title, 340)


def _nothing(known: pd.DataFrame) -> str:
    return "No budget was tried yet." if known.empty else "No budget tried buys anything."


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
        brings = f"brings {goals.brought(plan_value, goal_label, writing)}"
        parts.append(f"The plan costs {writing.money(plan_cost)}{limit} and {brings}.")
    known = frontier.dropna(subset=["budget", "value"]).sort_values("budget")
    if len(known) and not known["value"].gt(0).any():
        most = writing.money(known["budget"].iloc[-1])
        return f"Nothing on offer costs as little as {most}, the largest budget tried."
    if len(known):
        ends = [
            f"{goals.amount(row.value, goal_label, writing)} for {writing.money(row.budget)}"
            for row in known.iloc[[0, -1]].itertuples()
        ]
        parts.append(f"The best plans go from {ends[0]} to {ends[1]}.")
    return " ".join(parts) or "No budget was tried yet."


def frontier_table(frontier: pd.DataFrame, goal_label: str) -> pd.DataFrame:
    """The best plan at each budget: its cost, what it brings, what no plan can exceed."""
    names = {"budget": "Budget", "cost": "Plan costs", "value": goal_label}
    names["bound"] = "No plan above"
    names |= {"value_low": "8 in 10 from", "value_high": "8 in 10 to"}
    shown = [name for name in names if name in frontier]
    return frontier[shown].rename(columns=names)


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
            "number": [goals.amount(value, goal_label, writing) for value in shown["value"]],
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
    parts = [f"{people}{paid}; {goals.brought(value, goal_label, writing)} expected."]
    if chosen["value"].notna().any():
        best = chosen.loc[[chosen["value"].idxmax()]]
        brings = goals.amount(best["value"].iloc[0], goal_label, writing)
        brings += f" for {writing.money(_paid(best))}" if "price" in chosen else ""
        parts.append(f"{house.called(best, 100).iloc[0]} should bring most: {brings}.")
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


def _band(known: pd.DataFrame, x: alt.X, goal_label: str, most: float) -> list[house.Layer]:
    """What the plans bring 8 times in 10, where that is known."""
    if "value_low" not in known or known["value_low"].isna().all():
        return []
    look = {"interpolate": "step-after", "color": house.BLUE, "opacity": 0.14}
    low = _value("value_low", goal_label, most)
    last = known.iloc[-1]
    named = house.row(budget=last["budget"], value_high=last["value_high"], text="8 in 10")
    words = {"color": house.quiet(), "align": "right", "dy": 14}
    return [
        house.layer("area", look, x=x, y=low, y2=alt.Y2("value_high")),
        *house.words(
            words, named, x=x, y=_value("value_high", goal_label, most), text=alt.Text("text:N")
        ),
    ]


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
    last = known[known["budget"] <= max(near * right, known["budget"].iloc[0])].iloc[-1]
    named = house.row(budget=last["budget"], bound=last["bound"], text="no plan can beat this")
    words = {"color": house.quiet(), "align": "right", "dy": -9, "limit": 160}
    return [
        house.layer("line", look, x=x, y=upper),
        *house.words(words, named, x=x, y=upper, text=alt.Text("text:N")),
    ]


def _limit(budget: float, right: float, x: alt.X, writing: Writing) -> list[house.Layer]:
    late = budget > right / 2
    side = {"align": "right" if late else "left", "dx": -5 if late else 5}
    text = f"budget {writing.money(budget)}"
    at = house.row(budget=budget, text=text)
    top = alt.YValue(_TOP)  # a small plan has its own words at the bottom
    rule = {"strokeDash": [2, 3], "strokeWidth": 1.5, "color": house.ink()}
    return [
        house.layer("rule", rule, at, x=x),
        *house.words(side, at, x=x, y=top, text=alt.Text("text:N")),
    ]


def _plan(
    cost: float, brings: tuple[float, str], right: float, x: alt.X, y: alt.Y, writing: Writing
) -> list[house.Layer]:
    late = cost > right / 2
    side: dict[str, Any] = {"align": "right" if late else "left", "dx": -12 if late else 12}
    value, label = brings
    told = goals.amount(value, label, writing)
    text = f"your plan: {told}\nfor {writing.money(cost)}"  # fits a phone
    at = house.row(budget=cost, value=value, text=text)
    look = {"shape": "diamond", "filled": True, "size": 190, "opacity": 1}
    hue = {"color": house.VERMILLION, "stroke": house.paper()}
    words = {**side, "dy": 16, "fontWeight": "bold", "limit": 220, "lineBreak": "\n"}
    return [
        house.layer("point", {**look, **hue}, at, x=x, y=y),
        *house.words(words, at, x=x, y=y, text=alt.Text("text:N")),
    ]


def _named(shown: pd.DataFrame, writing: Writing) -> pd.Series:
    """Two rows a line: who, and for how much what."""
    counts = [int(count) if is_known(count) else 1 for count in shown["count"]]
    formats = shown["format"].fillna(shown["option"])
    what = [f"{count} × {each}" for count, each in zip(counts, formats, strict=True)]
    parts = (house.called(shown, _LETTERS), house.short(pd.Series(what)), _fees(shown, writing))
    names = [f"{name}\n{work}{fee}" for name, work, fee in zip(*parts, strict=True)]
    return rows.unique(pd.Series(names, shown.index, dtype="str"), shown["platform"])


def _fees(shown: pd.DataFrame, writing: Writing) -> list[str]:
    """What each line costs; nothing where fees stay inside."""
    if "price" not in shown:
        return [""] * len(shown)
    return [f" · {writing.money(price)}" for price in shown["price"]]

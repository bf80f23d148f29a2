"""Who is in the best plan at which budget: a line a creator, a square where they are in."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import house, rows
from core.locale import Writing

_MOST: Final = 24  # lines


def strip(members: pd.DataFrame, total: float, writing: Writing, title: str = "") -> house.Picture:
    """`members` as of core.budget.members: creator, handle, budget, price of all who are ever in.

    The line at `total` is outlined. Who is in at the smallest budgets stands on top.
    """
    text = alt_text(members, total, writing)
    if members.empty:
        return house.picture(
            house.note("No budget here buys anybody."), members, writing, text, title, 120
        )
    shown, count = _shown(members, writing)
    budgets = [writing.money(budget) for budget in sorted(shown["budget"].unique())]
    across = alt.X(
        "sum:O",
        scale={"domain": budgets},
        title="Budget",
        axis={"labelAngle": 0, "labelOverlap": "greedy", "ticks": False, "domain": False},
    )
    told = [
        alt.Tooltip("line:N", title="Creator"),
        alt.Tooltip("sum:N", title="Budget"),
        alt.Tooltip("cost:N", title="Gets"),
    ]
    look = {"color": house.BLUE, "cornerRadius": 2}
    layers = [
        house.layer("rect", look, y=rows.lines(), x=across, tooltip=told),
        *_here(shown, total, across),
    ]
    return house.picture(layers, shown, writing, text, title, rows.height(count) + 20)


def alt_text(members: pd.DataFrame, total: float, writing: Writing) -> str:
    """Who enters and who leaves at the next budget above `total`."""
    budgets = sorted(members["budget"].unique())
    above = [budget for budget in budgets if budget > total]
    if members.empty or not above:
        return "Who is in the best plan at each budget."
    at = [budget for budget in budgets if budget <= total]
    names = {key: f"@{name}" for key, name in _names(members).items()}
    now = set(members.loc[members["budget"] == at[-1], "creator"]) if at else set()
    then = set(members.loc[members["budget"] == above[0], "creator"])
    parts = [
        f"{house.listing(sorted(names[each] for each in who))} {many if len(who) > 1 else one}"
        for who, one, many in (
            (then - now, "comes in", "come in"),
            (now - then, "drops out", "drop out"),
        )
        if who
    ]
    said = " and ".join(parts) or "nobody comes in or drops out"
    return f"With {writing.money(above[0])} {said}."


def table(members: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    """One row a creator, one column a budget, the money in it."""
    wide = members.pivot_table(
        index="creator", columns="budget", values="price", aggfunc="sum", fill_value=0.0
    )
    wide = wide.rename(index=_names(members), columns=writing.money).sort_index()
    return wide.rename_axis("Creator").reset_index()


def _names(members: pd.DataFrame) -> dict[str, str]:
    """What each creator is called: by handle; by the key where two have the same handle."""
    each = members.drop_duplicates("creator")
    handles = each["handle"].fillna(each["creator"])
    return dict(zip(each["creator"], rows.unique(handles, each["creator"]), strict=True))


def _shown(members: pd.DataFrame, writing: Writing) -> tuple[pd.DataFrame, int]:
    first = members.groupby("creator")["budget"].agg(["min", "size"])
    order = first.sort_values(["min", "size"], ascending=[True, False], kind="stable").index
    kept = order[:_MOST]
    shown = members[members["creator"].isin(kept)]
    shown = shown.assign(place=shown["creator"].map({name: i for i, name in enumerate(kept)}))
    shown = shown.sort_values(["place", "budget"], kind="stable")
    lines = shown.drop_duplicates("creator")
    names = dict(
        zip(lines["creator"], rows.unique(house.called(lines), lines["creator"]), strict=True)
    )
    budgets = [writing.money(budget) for budget in shown["budget"]]
    return shown.assign(
        line=shown["creator"].map(names),
        sum=budgets,
        cost=[writing.money(price) for price in shown["price"]],
    ).drop(columns="place"), len(kept)


def _here(shown: pd.DataFrame, total: float, across: alt.X) -> list[house.Layer]:
    """An outline around the budget that is asked for, if it is one of those shown."""
    at = shown.loc[shown["budget"] == total, ["sum"]].drop_duplicates()
    if at.empty:
        return []
    look = {"filled": False, "stroke": house.VERMILLION, "strokeWidth": 2, "cornerRadius": 2}
    return [house.layer("rect", look, at, x=across)]

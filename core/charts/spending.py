"""Where the money of a plan goes: fees, agency, rights, product, shipping, and what is left."""

import altair as alt
import pandas as pd

from core.budget.spending import LEFT, TOTAL
from core.charts import house, rows
from core.locale import Writing


def waterfall(spent: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """`spent` as of core.budget.spent: one bar a part, each beginning where the last one ended."""
    text = alt_text(spent, writing)
    if spent.empty:
        return house.picture(house.note("Nothing is spent."), spent, writing, text, title, 120)
    data = spent.assign(number=[writing.money(amount) for amount in spent["amount"]])
    domain = rows.span(data, "until", room=1.28)
    start = rows.axis("since", "Money", domain, format="$,.0f")
    end = rows.axis("until", "Money", domain, format="$,.0f")
    told = [alt.Tooltip("part:N", title="Part"), alt.Tooltip("number:N", title="Amount")]
    kinds = [("part", house.BLUE), ("sum", house.GREEN), ("left", house.GREY)]
    hue = alt.Color(
        "kind:N",
        legend=None,
        scale={"domain": [kind for kind, _ in kinds], "range": [hue for _, hue in kinds]},
    )
    line = rows.lines("part")
    layers = [
        house.layer(
            "bar", {"height": 18}, y=line, x=start, x2=alt.X2("until"), color=hue, tooltip=told
        ),
        *house.words({"align": "left", "dx": 6}, None, y=line, x=end, text=alt.Text("number:N")),
    ]
    return house.picture(layers, data, writing, text, title, rows.height(len(data)))


def alt_text(spent: pd.DataFrame, writing: Writing) -> str:
    """The parts as a sentence."""
    if spent.empty:
        return "Nothing is spent."
    amounts = dict(zip(spent["part"], spent["amount"], strict=True))
    total, left = amounts.pop(TOTAL, 0.0), amounts.pop(LEFT, 0.0)
    if len(amounts) == 1:
        parts = next(iter(amounts)).lower()
    else:
        named = (f"{name.lower()} {writing.money(each)}" for name, each in amounts.items())
        parts = house.listing(named)
    return f"{writing.money(total)} for {parts}. {writing.money(left)} of the budget is left."


def table(spent: pd.DataFrame) -> pd.DataFrame:
    """Part and amount."""
    return spent[["part", "amount"]].rename(columns={"part": "Part", "amount": "Amount"})

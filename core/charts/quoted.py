"""Prices that are often quoted and could not be verified, as bars that look unsure."""

import altair as alt
import pandas as pd

from core.charts import house, rows
from core.locale import Writing


def shares(quoted: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """`quoted` as of core.prices.quoted: the share that is said to charge less than an amount."""
    text = alt_text(quoted, writing)
    data = _named(quoted, writing)
    look = {"height": 14, "color": house.GREY, "opacity": 0.7}
    x = rows.axis("share", "Share said to charge less (unverified)", [0.0, 1.15], format=".0%")
    told = [alt.Tooltip("line:N", title="Quoted"), alt.Tooltip("number:N", title="Share")]
    layers = [
        house.layer("bar", look, y=rows.lines(), x=x, tooltip=told),
        *rows.numbers(x, "number"),
    ]
    return house.picture(layers, data, writing, text, title, rows.height(len(data)))


def alt_text(quoted: pd.DataFrame, writing: Writing) -> str:
    """What is quoted, and that nobody could verify it."""
    named = _named(quoted, writing)
    parts = named["line"] + " " + named["number"]
    return f"Unverified: {house.listing(parts)} are said to charge less."


def table(quoted: pd.DataFrame) -> pd.DataFrame:
    """Platform, amount, share, note."""
    names = {"platform": "Platform", "below": "Less than, USD", "share": "Share", "note": "Mind"}
    return quoted[list(names)].rename(columns=names)


def _named(quoted: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    amounts = [writing.money(below, "USD") for below in quoted["below"]]
    return quoted.assign(
        line=quoted["platform"] + ", under " + pd.Series(amounts, index=quoted.index, dtype="str"),
        number=[writing.share(share) for share in quoted["share"]],
    )

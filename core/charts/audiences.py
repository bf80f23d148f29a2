"""Who follows: new followers by month, and how many different people several accounts reach."""

from collections.abc import Iterable
from typing import Final

import altair as alt
import pandas as pd

from core.charts import house, rows
from core.locale import Writing
from core.metrics import metric

_NAMED: Final = 3  # accounts with a hue of their own; the others are one grey
_HUES: Final = (house.BLUE, house.VERMILLION, house.GREEN)
_OTHERS: Final = "others"
_TOP: Final = 20
_FEWEST_MONTHS: Final = 6
_TICKS: Final = 4
_MARKED_AT: Final = 0.97  # of the height, above all bars
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60)  # months from tick to tick


def monthly(
    months: pd.DataFrame, writing: Writing, title: str = "", bursts: pd.DataFrame | None = None
) -> house.Picture:
    """New followers by month as bars, stacked where there are several accounts.

    `bursts` (of scoring.growth) are marked above the days on which they began.
    """
    text = monthly_alt_text(months, writing)
    shown = _by_month(months, writing)
    if shown.empty:
        return house.picture(house.note(text), shown, writing, text, title, 120)
    total = months.dropna(subset=["month", "new"]).groupby("month")["new"].sum()
    domain = [0, float(total.max()) * 1.15 or 1.0]
    x = _months(total)
    y = alt.Y(
        "base:Q",
        title=metric("new_followers").label,
        scale={"domain": domain, "nice": False},
        axis=house.on_top(**house.counts()),
    )
    tip = [
        alt.Tooltip("who:N", title="Account"),
        alt.Tooltip("name:N", title="Month"),
        alt.Tooltip("new:Q", title=metric("new_followers").label, format=","),
    ]
    look = {"stroke": house.paper(), "strokeWidth": 0.5}
    ends = {"x": x, "x2": alt.X2("next"), "y": y, "y2": alt.Y2("top")}
    bars = house.layer("rect", look, **ends, color=_hues(shown["who"]), tooltip=tip)
    layers = [bars, *_peak(total, domain, writing)]
    if bursts is not None and len(bursts):
        layers += _bursts(bursts, total, domain, writing)
    return house.picture(layers, shown, writing, text, title, 300)


def monthly_alt_text(months: pd.DataFrame, writing: Writing) -> str:
    """The span of months, the total, and the month with most."""
    known = months.dropna(subset=["month", "new"])
    if known.empty:
        return "No follow dates are known yet."
    total = known.groupby("month")["new"].sum()
    peak = total.idxmax()
    people = house.counted(int(total.sum()), "new follower", "new followers", writing)
    span = f"{writing.month(total.index.min())} to {writing.month(total.index.max())}"
    most = f"Most in {writing.month(peak)}: {writing.number(total[peak])}."
    return f"{people} from {span}. {most}"


def monthly_table(months: pd.DataFrame) -> pd.DataFrame:
    """New followers by account and month."""
    names = {"handle": "Account", "month": "Month", "new": metric("new_followers").label}
    return months[list(names)].rename(columns=names)


def unique_reach(order: pd.DataFrame, writing: Writing, title: str = "") -> house.Picture:
    """How many different people each account adds, in the order in which most are won soonest."""
    text = unique_reach_alt_text(order, writing)
    shown = order.dropna(subset=["added", "total"]).head(_TOP)
    if shown.empty:
        return house.picture(house.note(text), shown, writing, text, title, 120)
    whose = shown["handle"].astype("str").str.split(" (", n=1, regex=False)
    platform = "\n(" + whose.str[1].astype("str")
    handles = house.short(whose.str[0]) + platform.where(whose.str.len() > 1, "")
    data = pd.DataFrame(
        {
            "line": rows.unique(handles, shown["handle"]),
            "before": shown["total"] - shown["added"],
            "total": shown["total"],
            "added": shown["added"],
            "zero": 0.0,
            "number": ["+" + writing.number(added) for added in shown["added"]],
        }
    )
    label = metric("unique_reach").label
    domain = rows.span(data, "total", room=1.25)
    tip = [
        alt.Tooltip("line:N", title="Account"),
        alt.Tooltip("added:Q", title="Adds", format=","),
        alt.Tooltip("total:Q", title=f"{label} so far", format=","),
    ]
    thick, thin = {"size": 14, "color": house.BLUE}, {"size": 2, "color": house.quiet()}
    y, to = rows.lines(), alt.X2("total")
    until = rows.axis("zero", label, domain, **house.counts())
    before = rows.axis("before", label, domain, **house.counts())
    layers = [
        house.layer("bar", thin, y=y, x=until, x2=alt.X2("before")),
        house.layer("bar", thick, y=y, x=before, x2=to, tooltip=tip),
        *rows.numbers(rows.axis("total", label, domain, **house.counts()), "number"),
    ]
    two = handles.str.contains("\n").any()
    height = rows.height(len(data), two=bool(two))
    return house.picture(layers, data, writing, text, title, height)


def unique_reach_alt_text(order: pd.DataFrame, writing: Writing) -> str:
    """How many people all accounts reach together, who comes first, what the last one adds."""
    known = order.dropna(subset=["added", "total"])
    if known.empty:
        return "No follower lists to compare yet."
    first, last = known.iloc[0], known.iloc[-1]
    accounts = house.counted(len(known), "account", "accounts", writing)
    together = f"{accounts} reach {writing.number(last['total'])} different people."
    begin = f"{first['handle']} alone reaches {writing.number(first['total'])}"
    if len(known) == 1:
        return f"{together} {begin}."
    return f"{together} {begin}; {last['handle']}, the last, adds {writing.number(last['added'])}."


def unique_reach_table(order: pd.DataFrame) -> pd.DataFrame:
    """Accounts in best order: what each adds, and the people reached so far."""
    names = {"handle": "Account", "added": "Adds", "total": "Different people so far"}
    return order[list(names)].rename(columns=names)


def _by_month(months: pd.DataFrame, writing: Writing) -> pd.DataFrame:
    known = months.dropna(subset=["month", "new"])
    sizes = known.groupby("handle")["new"].sum().sort_values(ascending=False, kind="stable")
    if len(sizes) > _NAMED:
        own = known["handle"].isin(sizes.index[:_NAMED])
        known = known.assign(handle=known["handle"].where(own, _OTHERS))
    summed = known.groupby(["handle", "month"], as_index=False)["new"].sum()
    order = {who: place for place, who in enumerate([*sizes.index[:_NAMED], _OTHERS])}
    summed = summed.sort_values(
        ["month", "handle"], key=lambda c: c.map(order) if c.name == "handle" else c
    )
    starts = summed["month"]
    names = {month: writing.month(month) for month in starts.unique()}
    top = summed.groupby("month")["new"].cumsum()
    return pd.DataFrame(
        {
            "who": summed["handle"],
            "month": _milliseconds(starts),
            "next": _milliseconds(starts + pd.offsets.MonthBegin(1)),
            "name": starts.map(names),
            "new": summed["new"],
            "base": top - summed["new"],
            "top": top,
        }
    )


def _months(total: pd.Series) -> alt.X:
    """The channel of months in UTC milliseconds, at least half a year wide, about five ticks.

    As numbers, because Vega reads times in the reader's time zone: west of Greenwich the first
    of March would be February.
    """
    first, last = total.index.min(), total.index.max() + pd.offsets.MonthBegin(1)
    first = min(first, last - pd.DateOffset(months=_FEWEST_MONTHS))
    starts = pd.date_range(first, last, freq="MS")
    every = next((step for step in _STEPS if len(starts) <= step * _TICKS), _STEPS[-1])
    axis = {"values": _milliseconds(starts[:-1:every]), "grid": False, "labelFlush": False}
    return alt.X(
        "month:Q",
        title=None,
        scale={"domain": _milliseconds([first, last]), "nice": False, "zero": False},
        axis={**axis, "labelExpr": "utcFormat(datum.value, '%b %Y')", "labelAlign": "left"},
    )


def _milliseconds(times: Iterable[pd.Timestamp]) -> list[float]:
    return [time.timestamp() * 1000 for time in times]


def _hues(accounts: pd.Series) -> alt.Color:
    """One hue an account, grey for the others; told by a legend where there are several."""
    names = accounts.unique().tolist()
    names = [name for name in names if name != _OTHERS] + [_OTHERS] * (_OTHERS in names)
    hues = [*_HUES[: len(names) - 1], house.GREY] if _OTHERS in names else list(_HUES)
    scale = {"domain": names, "range": hues[: len(names)]}
    return alt.Color(
        "who:N", title=None, scale=scale, legend=house.legend() if len(names) > 1 else None
    )


def _peak(total: pd.Series, domain: list[float], writing: Writing) -> list[house.Layer]:
    """The month with most, named on its bar."""
    peak = total.idxmax()
    late = (peak - total.index[0]) >= (total.index[-1] - total.index[0]) / 2
    text = f"{writing.month(peak)}: {writing.number(total[peak])}"
    at = pd.DataFrame({"month": _milliseconds([peak]), "top": [float(total[peak])], "text": [text]})
    y = alt.Y("top:Q", scale={"domain": domain, "nice": False})
    side = {"align": "right" if late else "left", "dy": -8, "limit": 180}
    return house.words(side, at, x=_months(total), y=y, text=alt.Text("text:N"))


def _bursts(
    bursts: pd.DataFrame, total: pd.Series, domain: list[float], writing: Writing
) -> list[house.Layer]:
    """A dashed line on the first day of each burst, with a mark that tells more."""
    starts = bursts["start"]
    data = pd.DataFrame(
        {
            "month": _milliseconds(starts),
            "top": domain[1] * _MARKED_AT,
            "day": [writing.day(day) for day in starts],
            "extra": [writing.number(extra) for extra in bursts["extra"]],
            "shape": bursts["shape"].to_numpy(),
        }
    )
    x, y = _months(total), alt.Y("top:Q", scale={"domain": domain, "nice": False})
    tip = [
        alt.Tooltip("day:N", title="Burst from"),
        alt.Tooltip("extra:N", title=metric("burst_extra").label),
        alt.Tooltip("shape:N", title="How it ended"),
    ]
    line = {"strokeDash": [4, 3], "strokeWidth": 1.5, "color": house.VERMILLION}
    point = {"filled": True, "opacity": 1, "size": 110, "shape": "triangle-down"}
    return [
        house.layer("rule", line, data, x=x),
        house.layer("point", {**point, "color": house.VERMILLION}, data, x=x, y=y, tooltip=tip),
    ]

"""What a client is shown of the plan in force, put together once."""

import hashlib
import json
from collections.abc import Callable
from typing import Any, Final

import pandas as pd
import streamlit as st

from core import overlap
from core.budget.question import Question
from core.charts import audiences as audience_charts
from core.charts import budget as charts
from core.charts import house
from core.exports.assembly import Told, assemble
from core.exports.dossier import COLOUR, Brand, Dossier, Picture
from core.exports.nameless import nameless
from core.metrics import METRICS
from pages.parts.cached.brought import followers
from pages.parts.cached.place import the_store, writing
from pages.parts.cached.plans import Answer, answer, different_people, frontier, stamp
from pages.parts.cached.scores import creators, settings


@st.cache_resource(max_entries=16, show_spinner="Putting it together …")
def _dossier(
    about: str,
    _asked: Question,
    _found: Answer,
    title: str,
    fees: bool,
    names: bool,
    _whose: Brand,
) -> Dossier:
    store = the_store()
    told = Told(
        plan=_found.plan,
        outcome=_found.outcome,
        goal=_asked.goal,
        wanted=_asked.wanted,
        scored=creators(),
        settings=settings(),
        uploads=store.uploads(),
        overlap=_lists_of(_found),
        numbers={"different_people": different_people(_found)},
        hashtags=_asked.hashtags,
    )
    if not names:
        told = nameless(told)
    return assemble(
        told,
        title,
        _whose,
        writing(),
        store.now(),
        draw=lambda lines: _pictures(lines, told, _asked, _found, fees),
        sample=store.has_sample(),
        fees=fees,
    )


def dossier(asked: Question, title: str = "", fees: bool = True, names: bool = True) -> Dossier:
    """The plan for `asked` as a client is shown it; raises MicroscopeError where nobody is in it.

    One for all sessions, made anew whenever anything in it could be another.
    """
    workspace = the_store().workspace()
    whose = Brand(workspace.brand, workspace.colour or COLOUR, workspace.logo or b"")
    drawn = hashlib.sha256(whose.logo).hexdigest()
    title = title.strip() or (
        f"Creators for {whose.name}" if whose.name else "A plan with creators"
    )
    found = answer(asked)
    about = stamp(found), asked.wanted, asked.hashtags, writing(), whose.name, whose.colour, drawn
    return _dossier(repr(about), asked, found, title, fees, names, whose)


@st.cache_data(max_entries=12, show_spinner=False)
def _file(about: str, _dossier: Dossier, _make: Callable[[Dossier], bytes]) -> bytes:
    return _make(_dossier)


def file_of(dossier: Dossier, kind: str, make: Callable[[Dossier], bytes]) -> bytes:
    """The file of that kind, made once for a dossier: no two are put together at one moment."""
    about = kind, dossier.number, dossier.fees
    return _file(repr(about), dossier, make)


def _lists_of(found: Answer) -> pd.DataFrame:
    """The follower lists of the plan's own creators, in the order that adds most."""
    lists = followers()
    chosen = found.plan.chosen["creator"].drop_duplicates()
    keyed = lists.assign(handle=lists["platform"] + "/" + lists["handle"].str.lower())
    here = chosen[chosen.isin(keyed["handle"].unique())]
    order = overlap.unique_reach(keyed, here)
    called = "@" + order["handle"].str.split("/", n=1).str[-1]
    return order.assign(creator=order["handle"], handle=called)


def _pictures(
    lines: pd.DataFrame, told: Told, asked: Question, found: Answer, fees: bool
) -> dict[str, Picture]:
    goal, written, wanted = METRICS[asked.goal].label, writing(), asked.wanted or None
    draws = told.outcome.draws
    made = {
        "lines": _picture(
            charts.lines(lines, goal, written),
            charts.lines_table(lines, goal),
        ),
        "odds": _picture(
            charts.odds(draws, wanted, goal, written),
            charts.odds_table(draws, wanted, goal),
        ),
    }
    if len(told.overlap) > 1:
        made["overlap"] = _picture(
            audience_charts.unique_reach(told.overlap, written),
            audience_charts.unique_reach_table(told.overlap),
        )
    if fees:
        line, plan = frontier(found), told.plan
        place = (plan.cost, plan.value, goal, written, asked.total)
        made["frontier"] = _picture(
            charts.frontier(line, *place),
            charts.frontier_table(line, goal),
        )
    return made


def _picture(chart: house.Picture, table: pd.DataFrame) -> Picture:
    """The first sentence about a chart is its finding."""
    spec = _spec(chart)
    alt = spec["description"]
    return Picture(alt.split(". ")[0].rstrip("."), spec, alt, table)


def _spec(chart: house.Picture) -> dict[str, Any]:
    """The chart as plain JSON with its rows inside; null where a cell is missing."""
    data: Any = chart.data
    rows = json.loads(data.to_json(orient="records", date_format="iso"))
    return {**chart.plain(), "datasets": {house.ROWS: rows}}


KEPT: Final = (_dossier, _file)

"""The passports of the questions beside engagement, from conversation to value."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core import figures, metrics, prices
from core.locale import Writing, is_known
from core.metrics import Input, Number
from core.scoring import reasons
from core.scoring.cells import date, estimate, known_float, origin
from core.scoring.settings import Settings


def answer(key: str, row: pd.Series, settings: Settings, writing: Writing) -> Number:
    """One answer out of one row of `score`, with its working, inputs and sources."""
    return ANSWERS[key](row, settings, writing)


def _unknown(key: str, row: pd.Series, writing: Writing) -> Number:
    note = reasons.reason(row, key, writing) + "."
    return Number(metrics.metric(key), estimate(row, key), note=note)


def _conversation(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    if not is_known(row["conversation"]):
        return _unknown("conversation", row, writing)
    spread = figures.spread("generic_between_creators")
    stock, usual = (writing.share(row[f"generic_{name}"]) for name in ("share", "usual"))
    working = (
        f"({usual} usual − {stock} here, few comments leaning on the usual) ÷ {spread:g} "
        f"on the bell curve = {writing.share(row['conversation'])}"
    )
    shares = {
        "Advertising or scams": row["spam_share"],
        "Questions and remarks of substance": row["substantive_share"],
        "Cannot be judged": row["unjudged_share"],
        "Answers by the creator": row["replies_share"],
        "Different people per comment": row["distinct_commenters"],
        "Comments per like": row["comments_per_like"],
    }
    inputs = (
        Input("Stock phrases", f"{stock} of {writing.number(row['conversation_n'])} comments"),
        *(Input(name, writing.share(share)) for name, share in shares.items() if is_known(share)),
    )
    note = "Few posts: comments under one post resemble each other." if _few(row) else ""
    value = estimate(row, "conversation")
    return Number(metrics.metric("conversation"), value, working, inputs, ("KIM20",), note)


def _few(row: pd.Series) -> bool:
    return is_known(row["conversation_few_posts"]) and bool(row["conversation_few_posts"])


def _audience(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    if not is_known(row["audience"]):
        return _unknown("audience", row, writing)
    usual, spread = (figures.spread(f"audience_{name}") for name in ("usual", "between_creators"))
    alive = writing.share(row["alive_share"])
    working = (
        f"odds of {alive} beside odds of {writing.share(1 - usual)}, ÷ {spread:g} "
        f"on the bell curve = {writing.share(row['audience'])}"
    )
    span = writing.span(row["alive_share_low"], row["alive_share_high"], "share")
    inputs = (
        Input("Followers that look alive", f"{alive} ({span})"),
        Input("Profiles looked at", writing.number(row["audience_n"])),
    )
    note = "A quiet profile may well belong to a person: a reason to ask, not a verdict."
    value = estimate(row, "audience")
    return Number(metrics.metric("audience"), value, working, inputs, ("SRF17",), note)


def _fit(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    if not is_known(row["fit"]):
        return _unknown("fit", row, writing)
    usual, spread = (figures.spread(f"fit_{name}") for name in ("usual", "between_creators"))
    working = (
        f"(similarity − {usual:g} usual) ÷ {spread:g}, few texts leaning on the usual, "
        f"on the bell curve = {writing.share(row['fit'])}"
    )
    inputs = (Input("Bio and captions read", writing.number(row["fit_n"])),)
    return Number(metrics.metric("fit"), estimate(row, "fit"), working, inputs, ("KIM20",))


def _reputation(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    if not is_known(row["reputation"]):
        return _unknown("reputation", row, writing)
    usual, weight = (figures.spread(f"prompts_{name}") for name in ("usual", "weight"))
    some, n = (writing.number(row[x]) for x in ("prompted", "reputation_n"))
    working = (
        f"{some} of {n} captions, leaning on {writing.share(usual)} as {weight:g} captions would, "
        f"among the shares of other creators = {writing.share(row['reputation'])}"
    )
    inputs = (
        Input("Captions that can be read", n, date(row["as_of"])),
        Input("Of them worth reading yourself", some),
    )
    note = "A prompt to look, not a verdict; what somebody let pass is not counted."
    value = estimate(row, "reputation")
    return Number(metrics.metric("reputation"), value, working, inputs, ("KIM20",), note)


def _value(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    if not is_known(row["value"]):
        return _unknown("value", row, writing)
    spread = figures.spread("engagement_between_creators")
    rate, usual_rate = (writing.share(row[x]) for x in ("expected_rate", "standing_level"))
    cost, usual = (writing.money(row[x]) for x in ("cost", "usual_cost"))
    working = (
        f"ln(({rate} ÷ {cost}) ÷ ({usual_rate} ÷ {usual})) ÷ {spread:g} "
        f"on the bell curve = {writing.share(row['value'])}"
    )
    asked = row["cost_source"] == prices.ASKED
    where = origin(row) if asked else "rate card"
    inputs = (
        Input("Price of one piece", cost, date(row["seen_at"]) if asked else None, where),
        Input("Usual price at its size", usual),
        Input("Engagement rate of the next posts", rate, date(row["engagement_as_of"])),
        Input("Usual rate at its size", usual_rate),
    )
    note = "" if asked else "No price is asked yet: the rate card stands in, with its whole range."
    ids = ("KIM20", prices.DEFAULT)
    return Number(metrics.metric("value"), estimate(row, "value"), working, inputs, ids, note)


def _walk_away(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, value = metrics.metric("walk_away"), metrics.Estimate(known_float(row["walk_away"]))
    if value.value is None:
        return Number(metric, value, note="It takes two creators whose price and rate are known.")
    other = str(row["walk_away_for"]).partition("/")[2]
    expected = settings.usual_definition
    brings = writing.number(row["next_posts" if expected else "engagement_per_post"])
    working = f"{brings} reactions, at what @{other} asks for each = {writing.money(value.value)}"
    inputs = (
        Input("Asked", writing.money(row["cost"]), date(row["seen_at"]), origin(row)),
        Input("Next best creator", f"@{other}"),
    )
    note = f"The next best: place {settings.top} among the others, by reactions for the money."
    return Number(metric, value, working, inputs, note=note)


ANSWERS: Final[Mapping[str, Callable[[pd.Series, Settings, Writing], Number]]] = {
    "conversation": _conversation,
    "audience": _audience,
    "fit": _fit,
    "reputation": _reputation,
    "value": _value,
    "walk_away": _walk_away,
}

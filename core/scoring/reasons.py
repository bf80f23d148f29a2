"""Why a creator stands where it stands on each question, in one sentence each."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core import figures, prices
from core.locale import Writing, is_known
from core.scoring import rates


def reason(row: pd.Series, dimension: str, writing: Writing) -> str:
    """What speaks for the value of `dimension` in one row of `score`, or what is missing."""
    return _REASONS[dimension](row, writing)


def capped(row: pd.Series) -> str:
    """Why a score is held down; empty where it is not."""
    if not is_known(row["cap"]):
        return ""
    words = str(row["deal_breakers"])
    return (
        f"A deal-breaker is said in the bio or a caption ({words}), so the score goes no higher"
        f" than {100 * row['cap']:.0f} until somebody has read it"
    )


def basis(row: pd.Series, writing: Writing) -> str:
    """What the engagement rate rests on: `from 12 posts`."""
    if row["engagement_basis"] == "averages":
        return "from the averages in a list"
    n = row["engagement_rate_n"]
    return "from 1 post" if n == 1 else f"from {writing.number(n)} posts"


def _span(row: pd.Series, key: str, writing: Writing) -> str:
    return writing.span(row[f"{key}_low"], row[f"{key}_high"], "share")


def _standing(row: pd.Series, writing: Writing) -> str:
    if is_known(row["standing"]):
        better, span = writing.share(row["standing"]), _span(row, "standing", writing)
        own = row["standing_pool"]
        pool = f", beside {writing.number(own)} accounts of your own" if is_known(own) else ""
        rests = basis(row, writing) + pool
        return f"Engages more than {better} of accounts of its size ({span}), {rests}"
    if is_known(row["engagement_rate"]):
        rate = writing.share(row["engagement_rate"])
        return f"Engagement rate {rate}, {basis(row, writing)}; no published figure to compare with"
    problem = row["engagement_problem"]
    if problem == rates.NO_FOLLOWERS:
        return "Nobody follows it as far as the data say, so there is no engagement rate"
    if is_known(row["followers"]):
        known = writing.number(row["followers"])
        if problem == rates.OVER_ALL:
            return f"More reactions than its {known} followers: one of the two is worth checking"
        return f"{known} followers; likes and comments of a few posts would show the engagement"
    return "Little is known yet: followers, likes and comments of a few posts would place it"


def _conversation(row: pd.Series, writing: Writing) -> str:
    if not is_known(row["conversation"]):
        if is_known(row["unjudged_share"]):
            return "The comments are in languages that cannot be judged here"
        return "No comments under its posts have been brought in yet"
    stock, usual = writing.share(row["generic_share"]), writing.share(row["generic_usual"])
    number = _many(row["conversation_n"], "comment", writing)
    few = ", under few posts" if row["conversation_few_posts"] is True else ""
    return f"{stock} of {number} are stock phrases, where {usual} is usual at its size{few}"


def _audience(row: pd.Series, writing: Writing) -> str:
    if not is_known(row["audience"]):
        return "Too few profiles of its followers have been brought in to say"
    alive, span = writing.share(row["alive_share"]), _span(row, "alive_share", writing)
    looked = _many(row["audience_n"], "profile", writing)
    return f"{alive} of its followers look alive ({span}), from {looked}"


def _fit(row: pd.Series, writing: Writing) -> str:
    if not is_known(row["fit"]):
        return "Needs a bio or captions to read, and what your brand stands for (workspace page)"
    closer, span = writing.share(row["fit"]), _span(row, "fit", writing)
    texts = _many(row["fit_n"], "text", writing)
    return f"Closer to your brand than {closer} of a mixed crowd ({span}), from {texts}"


def _reputation(row: pd.Series, writing: Writing) -> str:
    if not is_known(row["reputation"]):
        return "No captions that can be read have been brought in yet"
    usual = writing.share(figures.spread("prompts_usual"))
    read, some = _many(row["reputation_n"], "caption", writing), row["prompted"]
    if not some:
        return f"Nothing to look at in {read}, where {usual} of captions usually have something"
    verb = "is" if some == 1 else "are"
    number = writing.number(some)
    return f"{number} of {read} {verb} worth reading yourself, where {usual} is usual"


def _value(row: pd.Series, writing: Writing) -> str:
    if not is_known(row["value"]):
        return _no_value(row, writing)
    asked = row["cost_source"] == prices.ASKED
    money = writing.money(row["cost"]) + (" asked" if asked else " by the rate card")
    usual = writing.money(row["usual_cost"])
    better = writing.share(row["value"])
    return f"Brings more for its price ({money}, {usual} usual) than {better} of its size would"


def _no_value(row: pd.Series, writing: Writing) -> str:
    """What is missing for the value: a price, the usual one at its size, or the engagement."""
    if not is_known(row["cost"]):
        if is_known(row["price"]) and is_known(row["currency"]):
            asked = writing.money(row["price"], row["currency"])
            return f"{asked} is asked, which cannot be held against prices in {writing.currency}"
        return "Unknown without a price: nothing is asked, and no rate card has one for its size"
    said = "is asked" if row["cost_source"] == prices.ASKED else "is the rate card's price"
    asked = f"{writing.money(row['cost'])} {said}, but "
    if not is_known(row["engagement_rate"]):
        return f"{asked}its engagement is not known, so what that brings cannot be said"
    size = (
        writing.number(row["followers"]) if is_known(row["followers"]) else "an unknown number of"
    )
    what = "usual price" if not is_known(row["usual_cost"]) else "usual engagement"
    return f"{asked}no {what} is published for {size} followers there to hold it against"


def _many(count: object, thing: str, writing: Writing) -> str:
    return f"1 {thing}" if count == 1 else f"{writing.number(count)} {thing}s"


_REASONS: Final[Mapping[str, Callable[[pd.Series, Writing], str]]] = {
    "standing": _standing,
    "conversation": _conversation,
    "audience": _audience,
    "fit": _fit,
    "reputation": _reputation,
    "value": _value,
}

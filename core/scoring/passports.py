"""Each number of one creator with its passport: working, inputs, origin, other definitions."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import pandas as pd

from core import figures, metrics
from core.locale import Writing, is_known
from core.metrics import Estimate, Input, Number
from core.scoring import rates, reasons
from core.scoring.answers import ANSWERS
from core.scoring.cells import date, estimate, known_float, origin
from core.scoring.formulas.engagement import ASSUMED_POSTS
from core.scoring.settings import DEFINITIONS, Settings

_SPREAD = "engagement_between_creators"
_NOTES: Final[Mapping[str, str]] = {
    rates.OVER_ALL: "There are more reactions than followers here, so the followers or the "
    "reactions are worth checking; until then the rate counts as unknown.",
    rates.NO_FOLLOWERS: "With no followers there is no rate.",
}


def numbers(row: pd.Series, settings: Settings, writing: Writing) -> dict[str, Number]:
    """The numbers of one row of `score` by metric key, in the order in which they are read."""
    return {key: make(row, settings, writing) for key, make in _makers().items()}


def number(key: str, row: pd.Series, settings: Settings, writing: Writing) -> Number:
    """The one of `numbers` with that metric key."""
    return _makers()[key](row, settings, writing)


def _makers() -> dict[str, Callable[[pd.Series, Settings, Writing], Number]]:
    return {
        "score": _score,
        "coverage": _coverage,
        "standing": _standing,
        **{key: make for key, make in ANSWERS.items() if key != "walk_away"},
        "engagement_rate": _rate,
        "next_posts": _next_posts,
        "engagement_rate_claimed": _claimed,
        "benchmark": _benchmark,
        "followers": _followers,
        "price": _price,
        "walk_away": ANSWERS["walk_away"],
    }


def _followers_input(row: pd.Series, writing: Writing) -> Input:
    text = writing.number(row["followers"])
    return Input("Followers", text, date(row["seen_at"]), origin(row))


def _followers(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    note = "The sources differ; the newest is used." if _disputed(row, "followers") else ""
    value = Estimate(known_float(row["followers"]))
    inputs = (_followers_input(row, writing),) if is_known(row["followers"]) else ()
    return Number(metrics.metric("followers"), value, inputs=inputs, note=note)


def _disputed(row: pd.Series, column: str) -> bool:
    return is_known(row["disputed"]) and column in str(row["disputed"]).split(", ")


def _rate(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, estimated = metrics.metric("engagement_rate"), estimate(row, "engagement_rate")
    others = tuple(
        (f"by {other}", writing.share(row[f"engagement_by_{other}"]))
        for other in ("views", "reach")
        if other != settings.definition and is_known(row[f"engagement_by_{other}"])
    )
    if estimated.value is None:
        note = _NOTES.get(row["engagement_problem"], "")
        return Number(metric, estimated, note=note, others=others)
    per_post = writing.number(row["engagement_per_post"], 1)
    people = DEFINITIONS[settings.definition]
    seen_by = writing.number(row["engagement_seen_by"])
    working = f"{per_post} per post ÷ {seen_by} {people} = {writing.share(estimated.value)}"
    basis = reasons.basis(row, writing)
    inputs = (
        Input(_reactions(row, settings), per_post, date(row["engagement_as_of"]), basis),
        _followers_input(row, writing),
    )
    note = _rate_note(row)
    return Number(metric, estimated, working, inputs, ("KIM20", "POSTS17_20"), note, others)


def _reactions(row: pd.Series, settings: Settings) -> str:
    counted = "Likes" if row["engagement_likes_only"] else "Likes + comments"
    return f"{counted}{' + saves + shares' if settings.saves else ''} per post"


def _rate_note(row: pd.Series) -> str:
    parts = []
    if row["engagement_basis"] == "averages":
        parts.append(
            "The list does not say how many posts its averages stand for; the range takes "
            f"{ASSUMED_POSTS} (fewer where the account has fewer)."
        )
    if row["engagement_likes_only"]:
        parts.append("Comments are not known, so only likes are counted.")
    return " ".join(parts)


def _next_posts(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, value = metrics.metric("next_posts"), estimate(row, "next_posts")
    if value.value is None:
        note = _NOTES.get(row["engagement_problem"], "It takes the likes of at least one post.")
        return Number(metric, value, note=note)
    expected = writing.number(value.value)
    read = writing.number(value.n) if value.n else "averages in a list, taken for 12 posts"
    working = f"own posts, leaning on {_usual(row, writing)} where they are few = {expected}"
    inputs = (
        Input("Newest posts read", read, date(row["as_of"])),
        _followers_input(row, writing),
    )
    note = "The middle of what may come; one post alone may lie far outside of it."
    return Number(metric, value, working, inputs, ("KIM20", "POSTS17_20"), note)


def _usual(row: pd.Series, writing: Writing) -> str:
    """The engagement that the published curve expects at this size, before the accounts here."""
    if not row["followers"] > 0:
        return "nobody else, for want of followers,"
    slope, level = (figures.spread(f"engagement_{x}") for x in ("elasticity", "level"))
    usual = float(np.expm1(level + slope * np.log(row["followers"])))
    return f"{writing.number(max(usual, 0.0))} as published for its size"


def _claimed(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    value = Estimate(known_float(row["engagement_rate_claimed"]))
    note = "Shown beside ours and never mixed into it." if value.value is not None else ""
    inputs: tuple[Input, ...] = ()
    if value.value is not None:
        text = writing.share(value.value)
        inputs = (Input("As printed", text, date(row["seen_at"]), origin(row)),)
    return Number(metrics.metric("engagement_rate_claimed"), value, inputs=inputs, note=note)


def _sources(row: pd.Series, settings: Settings) -> tuple[str, ...]:
    platform = row["platform"] if is_known(row["platform"]) else figures.ANY_PLATFORM
    points = figures.benchmark(settings.benchmark, str(platform))
    return tuple(points["source_id"].unique())


def _benchmark(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    label = next(s.label for s in figures.benchmark_sets() if s.key == settings.benchmark)
    estimated = estimate(row, "benchmark")
    metric = metrics.metric("benchmark")
    if estimated.value is None:
        note = f"“{label}” has no figure for this platform and size."
        if not settings.usual_definition:
            note = "Published rates count in another way than the one chosen here."
        return Number(metric, estimated, note=note)
    size = writing.number(row["followers"])
    working = f"{label}, at {size} followers: {writing.share(estimated.value)}"
    note = ""
    if estimated.low is not None:
        note = "The range is the band that the source prints; it does not enter the standing."
    printed = writing.published(row["benchmark_printed"])
    inputs = (_followers_input(row, writing), Input("Printed for its whole tier", printed))
    said = "on the curve, not the step printed for its tier" if estimated.low is None else ""
    return Number(metric, estimated, working, inputs, _sources(row, settings), note, said=said)


def _standing(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, estimated = metrics.metric("standing"), estimate(row, "standing")
    rate, level = row["engagement_rate"], row["standing_level"]
    if estimated.value is None:
        missing = "the engagement rate" if not is_known(rate) else "a published figure for its size"
        return Number(metric, estimated, note=f"Unknown without {missing}.")
    own = row["standing_pool"]
    spread = "their own spread" if is_known(own) else figures.spread(_SPREAD)
    working = (
        f"ln({writing.share(rate)} ÷ {writing.share(level)}) ÷ {spread} "
        f"on the bell curve = {writing.share(estimated.value)}"
    )
    held = "Middle of your own accounts" if is_known(own) else "Published benchmark"
    inputs = (
        Input("Engagement rate", writing.share(rate), date(row["engagement_as_of"])),
        Input(f"{held} at this size", writing.share(level)),
    )
    if is_known(own):
        note = (
            f"Held against {writing.number(own)} accounts of this platform that you brought in: "
            "they are many enough to be their own yardstick."
        )
        return Number(metric, estimated, working, inputs, note=note)
    return Number(metric, estimated, working, inputs, (*_sources(row, settings), "KIM20"))


def _parts(row: pd.Series, settings: Settings) -> list[tuple[str, float, bool]]:
    """Label, weight and whether it is known, of each dimension that counts."""
    return [
        (metrics.metric(name).label, weight, is_known(row[name]))
        for name, weight in settings.weights
        if weight > 0
    ]


def _score(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, estimated = metrics.metric("score"), estimate(row, "score")
    if not row["coverage"] > 0:
        note = "Nothing that counts is known yet: 50 stands for “like any account”."
        return Number(metric, estimated, note=note)
    known = [(name, weight) for name, weight in settings.weights if weight and is_known(row[name])]
    sums = " + ".join(f"{weight:g} × {writing.number(100 * row[name])}" for name, weight in known)
    total = sum(weight for _, weight in known)
    mean = sum(weight * row[name] for name, weight in known) / total
    working = f"({sums}) ÷ {total:g} = {writing.number(100 * mean)}"
    inputs = tuple(
        Input(metrics.metric(name).label, writing.number(100 * row[name]), date(row["as_of"]))
        for name, _ in known
    )
    note = reasons.capped(row)
    return Number(metric, estimated, working, inputs, note=note and f"{note}.")


def _coverage(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    parts = _parts(row, settings)
    known = sum(weight for _, weight, here in parts if here)
    whole = sum(weight for _, weight, _ in parts)
    working = f"{known:g} of {whole:g} = {writing.share(row['coverage'])}" if whole else ""
    inputs = tuple(Input(label, "known" if here else "unknown") for label, _, here in parts)
    value = Estimate(known_float(row["coverage"]))
    return Number(metrics.metric("coverage"), value, working, inputs)


def _price(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, value = metrics.metric("price"), Estimate(known_float(row["price"]))
    if value.value is None:
        return Number(metric, value, note="No price was asked or found for this creator yet.")
    currency = row["currency"] if is_known(row["currency"]) else None
    text = writing.money(value.value, currency)
    note = "" if currency else f"The list names no currency; {writing.currency} is assumed."
    if currency and currency != writing.currency:
        note = f"Asked in {currency}: {text}. It is not converted."
    asked = Input("Asked", text, date(row["seen_at"]), origin(row))
    return Number(metric, value, text, (asked,), note=note, currency=currency or "")

"""Each number of one creator with its passport: working, inputs, origin, other definitions."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd

from core import figures, metrics
from core.locale import Writing, is_known
from core.metrics import Estimate, Input, Number
from core.scoring import rates, words
from core.scoring.settings import Settings

_SPREAD = "engagement_between_creators"
_NOTES: Final[Mapping[str, str]] = {
    rates.OVER_ALL: "There are more reactions than followers here, so the followers or the "
    "reactions are worth checking; until then the rate counts as unknown.",
    rates.NO_FOLLOWERS: "With no followers there is no rate.",
}


def numbers(row: pd.Series, settings: Settings, writing: Writing) -> dict[str, Number]:
    """The numbers of one row of `score` by metric key, in the order in which they are read."""
    makers: dict[str, Callable[[pd.Series, Settings, Writing], Number]] = {
        "score": _score,
        "coverage": _coverage,
        "standing": _standing,
        "engagement_rate": _rate,
        "engagement_rate_claimed": _claimed,
        "benchmark": _benchmark,
        "followers": _followers,
        "price": _price,
    }
    return {key: make(row, settings, writing) for key, make in makers.items()}


def _estimate(row: pd.Series, key: str) -> Estimate:
    value, low, high = (_float(row.get(key + end)) for end in ("", "_low", "_high"))
    count = row.get(f"{key}_n")
    return Estimate(value, low, high, int(count) if is_known(count) else 0)


def _float(value: Any) -> float | None:
    return float(value) if is_known(value) else None


def _date(value: Any) -> Any:
    return value.to_pydatetime() if is_known(value) else None


def _origin(row: pd.Series) -> str:
    return str(row["found_via"]) if is_known(row["found_via"]) else ""


def _followers_input(row: pd.Series, writing: Writing) -> Input:
    text = writing.number(row["followers"])
    return Input("Followers", text, _date(row["seen_at"]), _origin(row))


def _followers(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    note = "The sources differ; the newest is used." if _disputed(row, "followers") else ""
    value = Estimate(_float(row["followers"]))
    inputs = (_followers_input(row, writing),) if is_known(row["followers"]) else ()
    return Number(metrics.metric("followers"), value, inputs=inputs, note=note)


def _disputed(row: pd.Series, column: str) -> bool:
    return is_known(row["disputed"]) and column in str(row["disputed"]).split(", ")


def _rate(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, estimate = metrics.metric("engagement_rate"), _estimate(row, "engagement_rate")
    others: tuple[tuple[str, str], ...] = ()
    if is_known(row["engagement_by_views"]):
        others = (("by views", writing.share(row["engagement_by_views"])),)
    if estimate.value is None:
        return Number(
            metric, estimate, note=_NOTES.get(row["engagement_problem"], ""), others=others
        )
    per_post = writing.number(row["engagement_per_post"], 1)
    working = (
        f"{per_post} per post ÷ {writing.number(row['followers'])} followers "
        f"= {writing.share(estimate.value)}"
    )
    reactions = "Likes per post" if row["engagement_likes_only"] else "Likes + comments per post"
    origin = words.basis(row, writing)
    inputs = (
        Input(reactions, per_post, _date(row["engagement_as_of"]), origin),
        _followers_input(row, writing),
    )
    note = _rate_note(row)
    return Number(metric, estimate, working, inputs, ("KIM20", "POSTS17_20"), note, others)


def _rate_note(row: pd.Series) -> str:
    parts = []
    if row["engagement_basis"] == "averages":
        parts.append(
            "The list does not say how many posts its averages stand for; the range takes "
            f"{rates.ASSUMED_POSTS} (fewer where the account has fewer)."
        )
    if row["engagement_likes_only"]:
        parts.append("Comments are not known, so only likes are counted.")
    return " ".join(parts)


def _claimed(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    value = Estimate(_float(row["engagement_rate_claimed"]))
    note = "Shown beside ours and never mixed into it." if value.value is not None else ""
    inputs: tuple[Input, ...] = ()
    if value.value is not None:
        text = writing.share(value.value)
        inputs = (Input("As printed", text, _date(row["seen_at"]), _origin(row)),)
    return Number(metrics.metric("engagement_rate_claimed"), value, inputs=inputs, note=note)


def _sources(row: pd.Series, settings: Settings) -> tuple[str, ...]:
    platform = row["platform"] if is_known(row["platform"]) else figures.ANY_PLATFORM
    points = figures.benchmark(settings.benchmark, str(platform))
    return tuple(points["source_id"].unique())


def _benchmark(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    label = next(s.label for s in figures.benchmark_sets() if s.key == settings.benchmark)
    estimate = _estimate(row, "benchmark")
    metric = metrics.metric("benchmark")
    if estimate.value is None:
        note = f"“{label}” has no figure for this platform and size."
        return Number(metric, estimate, note=note)
    working = (
        f"{label}, at {writing.number(row['followers'])} followers: {writing.share(estimate.value)}"
    )
    note = ""
    if estimate.low is not None:
        note = "The range is the band that the source prints; it does not enter the standing."
    inputs = (_followers_input(row, writing),)
    return Number(metric, estimate, working, inputs, _sources(row, settings), note)


def _standing(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, estimate = metrics.metric("standing"), _estimate(row, "standing")
    rate, level = row["engagement_rate"], row["benchmark"]
    if estimate.value is None:
        missing = "the engagement rate" if not is_known(rate) else "a published figure for its size"
        return Number(metric, estimate, note=f"Unknown without {missing}.")
    working = (
        f"ln({writing.share(rate)} ÷ {writing.share(level)}) ÷ {figures.spread(_SPREAD)} "
        f"on the bell curve = {writing.share(estimate.value)}"
    )
    inputs = (
        Input("Engagement rate", writing.share(rate), _date(row["engagement_as_of"])),
        Input("Published benchmark", writing.share(level)),
    )
    return Number(metric, estimate, working, inputs, (*_sources(row, settings), "KIM20"))


def _parts(row: pd.Series, settings: Settings) -> list[tuple[str, float, bool]]:
    """Label, weight and whether it is known, of each dimension that counts."""
    return [
        (metrics.metric(name).label, weight, is_known(row[name]))
        for name, weight in settings.weights
        if weight > 0
    ]


def _score(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, estimate = metrics.metric("score"), _estimate(row, "score")
    if not row["coverage"] > 0:
        note = "Nothing that counts is known yet: 50 stands for “like any account”."
        return Number(metric, estimate, note=note)
    known = [(name, weight) for name, weight in settings.weights if weight and is_known(row[name])]
    sums = " + ".join(f"{weight:g} × {writing.number(100 * row[name])}" for name, weight in known)
    total = sum(weight for _, weight in known)
    working = f"({sums}) ÷ {total:g} = {writing.number(estimate.value)}"
    inputs = tuple(
        Input(metrics.metric(name).label, writing.number(100 * row[name]), _date(row["as_of"]))
        for name, _ in known
    )
    return Number(metric, estimate, working, inputs)


def _coverage(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    parts = _parts(row, settings)
    known = sum(weight for _, weight, here in parts if here)
    whole = sum(weight for _, weight, _ in parts)
    working = f"{known:g} of {whole:g} = {writing.share(row['coverage'])}" if whole else ""
    inputs = tuple(Input(label, "known" if here else "unknown") for label, _, here in parts)
    value = Estimate(_float(row["coverage"]))
    return Number(metrics.metric("coverage"), value, working, inputs)


def _price(row: pd.Series, settings: Settings, writing: Writing) -> Number:
    metric, value = metrics.metric("price"), Estimate(_float(row["price"]))
    if value.value is None:
        return Number(metric, value, note="No price was asked or found for this creator yet.")
    currency = row["currency"] if is_known(row["currency"]) else None
    text = writing.money(value.value, currency)
    note = "" if currency else f"The list names no currency; {writing.currency} is assumed."
    if currency and currency != writing.currency:
        note = f"Asked in {currency}: {text}. It is not converted."
    asked = Input("Asked", text, _date(row["seen_at"]), _origin(row))
    return Number(metric, value, text, (asked,), note=note, currency=currency or "")

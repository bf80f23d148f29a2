"""The limits of a plan beside its money: how many, where, which sizes, how good, how dear."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

import pandas as pd
import streamlit as st

from core.budget import Limits, Quota
from core.budget.question import Question
from core.errors import ImpossibleLimits, NoPlan
from core.locale import Writing, is_known
from core.tables import PLATFORMS
from pages.parts import optional, plan
from pages.parts.words import plain

_ENDS: Final[Mapping[str, tuple[str, str]]] = {
    "Creators": ("min_creators", "max_creators"),
    "Money": ("min_spend", "max_spend"),
}


def controls(
    limits: Limits, creators: pd.DataFrame, formats: Iterable[str], writing: Writing, turn: int
) -> Limits:
    """Draws the limits; what crosses itself gets a sentence and leaves `limits` as they were."""
    st.caption("Leave empty what should not be limited. A person with two accounts counts once.")
    sizes = [str(size) for size in creators["tier"].dropna().drop_duplicates().sort_values()]
    try:
        told = _single(limits, list(formats), writing, turn)
        share, smaller = _smaller(limits, sizes, turn)
        names = sorted(creators["platform"].dropna().unique())
        measure = st.segmented_control(
            "By platform and by size", list(_ENDS), default="Creators", required=True
        )
        return Limits(
            **told,
            smaller_share=share,
            smaller_tiers=smaller,
            platforms=_quotas("Platform", limits.platforms, names, PLATFORMS, measure, turn),
            tiers=_quotas("Size", limits.tiers, sizes, {}, measure, turn),
        )
    except ImpossibleLimits as error:
        st.warning(plain(error.do), title=plain(error.what))
        return limits


def collided(error: NoPlan, asked: Question) -> None:
    """Why no plan keeps the limits, and the way out."""
    st.warning(plain(error.do), title=plain(error.what))
    free = asked.without_limits()
    if free != asked:
        st.button(
            "Take all limits away",
            key="budget_free",
            icon=":material/lock_open:",
            on_click=plan.open_,
            args=(free,),
        )


def _single(limits: Limits, formats: list[str], writing: Writing, turn: int) -> dict[str, Any]:
    """What holds for the whole plan, and for each creator."""
    open_, dear = "no limit", f"{writing.currency} a creator, at most"
    left, right = st.columns(2)
    with left:
        least = optional.number(
            "Creators, at least", limits.min_creators, f"budget_least_{turn}", open_
        )
    with right:
        most = optional.number(
            "Creators, at most", limits.max_creators, f"budget_most_{turn}", open_, least=1
        )
    left, right = st.columns(2)
    with left:
        dearest = optional.number(dear, limits.max_spend, f"budget_dearest_{turn}", open_, 100)
    with right:
        score = optional.number(
            "Score, at least", limits.min_score, f"budget_score_{turn}", open_, 5
        )
    only = optional.choice(
        "One format only", formats, limits.format, f"budget_format_{turn}", "Any format"
    )
    gifts = st.toggle(
        "Gifts only, no fees",
        value=limits.gift_only,
        key=f"budget_gifts_only_{turn}",
        persist_state="session",
    )
    return {
        "gift_only": gifts,
        "min_creators": least,
        "max_creators": most,
        "max_spend": dearest,
        "min_score": score,
        "format": only,
    }


def _smaller(limits: Limits, sizes: list[str], turn: int) -> tuple[float | None, tuple[str, ...]]:
    """The least share of the spending for smaller creators, and which sizes those are."""
    share = st.slider(
        "Share of the spending for smaller creators, at least, in percent",
        0,
        100,
        round(100 * (limits.smaller_share or 0)),
        5,
        key=f"budget_smaller_{turn}",
        persist_state="session",
    )
    if not share:
        return None, ()
    chosen = [size for size in limits.smaller_tiers if size in sizes]
    smaller = st.pills(
        "Smaller means",
        sizes,
        selection_mode="multi",
        default=chosen or sizes[: (len(sizes) + 1) // 2],
        key=f"budget_smaller_sizes_{turn}",
    )
    return share / 100, tuple(smaller)


def _quotas(
    word: str,
    quotas: tuple[Quota, ...],
    names: list[str],
    said: Mapping[str, str],
    measure: str,
    turn: int,
) -> tuple[Quota, ...]:
    """One row a platform or size with the least and most of `measure`; the rest as in `quotas`."""
    key, ends = f"budget_{word}_{measure}_{turn}", _ENDS[measure]
    told = {name: Quota(name) for name in names} | {quota.name: quota for quota in quotas}
    state = st.session_state
    if key not in state:  # edits are kept apart from the rows, which must stay as they were
        rows = [[getattr(told[name], end) for end in ends] for name in names]
        state[f"{key}_rows"] = pd.DataFrame(rows, names, list(ends), "float64")
    rows = state[f"{key}_rows"]
    heads = zip(ends, ("At least", "At most"), strict=True)
    edited = st.data_editor(
        rows.set_axis([said.get(name, name) for name in rows.index]).rename_axis(word),
        column_config={
            end: st.column_config.NumberColumn(head, min_value=0, step=1) for end, head in heads
        },
        key=key,
        placeholder="–",
        alt=f"Least and most {measure.lower()} by {word.lower()}; editable",
    )
    for name, row in zip(rows.index, edited[list(ends)].to_numpy(), strict=True):
        given: list[Any] = [int(end) if is_known(end) else None for end in row]
        told[name] = replace(told[name], **dict(zip(ends, given, strict=True)))
    return tuple(quota for quota in told.values() if quota != Quota(quota.name))

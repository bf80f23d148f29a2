"""The limits of a plan beside its money: how many, where, which sizes, how good, how dear."""

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd
import streamlit as st

from core.budget import Limits, Quota
from core.errors import ImpossibleLimits
from core.locale import Writing, is_known
from core.tables import PLATFORMS
from pages.parts.words import plain

_ENDS: Final = ("min_creators", "max_creators", "min_spend", "max_spend")


def controls(
    limits: Limits, creators: pd.DataFrame, formats: Iterable[str], writing: Writing
) -> Limits:
    """Draws the limits; what crosses itself gets a sentence and leaves `limits` as they were."""
    st.caption("Leave empty what should not be limited. A person with two accounts counts once.")
    sizes = [str(size) for size in creators["tier"].dropna().drop_duplicates().sort_values()]
    try:
        told = _single(limits, list(formats), writing)
        share, smaller = _smaller(limits, sizes)
        names = sorted(creators["platform"].dropna().unique())
        return Limits(
            **told,
            smaller_share=share,
            smaller_tiers=smaller,
            platforms=_quotas("Platform", limits.platforms, names, PLATFORMS, writing),
            tiers=_quotas("Size", limits.tiers, sizes, {}, writing),
        )
    except ImpossibleLimits as error:
        st.warning(plain(error.do), title=plain(error.what))
        return limits


def _single(limits: Limits, formats: list[str], writing: Writing) -> dict[str, Any]:
    """What holds for the whole plan, and for each creator."""
    left, right = st.columns(2)
    with left:
        least = _number("Creators, at least", limits.min_creators, "budget_least", 1)
        dearest = _number(
            f"For one creator at most, in {writing.currency}",
            limits.max_spend,
            "budget_dearest",
            100,
        )
    with right:
        most = _number("Creators, at most", limits.max_creators, "budget_most", 1)
        score = _number("Score, at least", limits.min_score, "budget_score", 5)
    only = st.selectbox(
        "One format only",
        formats,
        index=formats.index(limits.format) if limits.format in formats else None,
        key="budget_format",
        persist_state="session",
        placeholder="Any format",
    )
    return {
        "min_creators": least,
        "max_creators": most,
        "max_spend": dearest,
        "min_score": score,
        "format": only,
    }


def _number(label: str, start: float | None, key: str, step: int) -> int | None:
    """A whole number from 0, or nothing."""
    given = st.number_input(
        label,
        min_value=0,
        value=None if start is None else int(start),
        step=step,
        key=key,
        persist_state="session",
        placeholder="no limit",
    )
    return None if given is None else int(given)


def _smaller(limits: Limits, sizes: list[str]) -> tuple[float | None, tuple[str, ...]]:
    """The least share of the spending for smaller creators, and which sizes those are."""
    share = st.slider(
        "Share of the spending for smaller creators, at least, in percent",
        0,
        100,
        round(100 * (limits.smaller_share or 0)),
        5,
        key="budget_smaller",
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
        key="budget_smaller_sizes",
    )
    return share / 100, tuple(smaller)


def _quotas(
    word: str, quotas: tuple[Quota, ...], names: list[str], said: Any, writing: Writing
) -> tuple[Quota, ...]:
    """One row a platform or size, with the least and most of creators and of money."""
    key = f"budget_quotas_{word}"
    state = st.session_state
    if key not in state:  # edits are kept apart from the rows, which must stay as they were
        told = {quota.name: quota for quota in quotas}
        rows = [[getattr(told.get(name), end, None) for end in _ENDS] for name in names]
        state[f"{key}_rows"] = pd.DataFrame(rows, names, list(_ENDS), "float64")
    rows = state[f"{key}_rows"]
    heads = ("Creators from", "to", f"{writing.currency} from", f"{writing.currency} to")
    edited = st.data_editor(
        rows.set_axis([said.get(name, name) for name in rows.index]).rename_axis(word),
        column_config={
            end: st.column_config.NumberColumn(head, min_value=0, step=1)
            for end, head in zip(_ENDS, heads, strict=True)
        },
        key=key,
        alt=f"Least and most by {word.lower()}; editable",
    )
    found = []
    for name, row in zip(rows.index, edited[list(_ENDS)].to_numpy(), strict=True):
        ends = [float(end) if is_known(end) else None for end in row]
        counts = [None if end is None else int(end) for end in ends[:2]]
        quota = Quota(name, *counts, *ends[2:])
        if quota != Quota(name):
            found.append(quota)
    return tuple(found)

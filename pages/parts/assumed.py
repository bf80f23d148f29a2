"""What a budget assumes between a follower and an order, and what a piece costs besides the fee."""

from typing import Any

import streamlit as st

from core.budget import assumptions, sourced
from core.budget.assumptions import Rate
from core.budget.costs import Costs
from core.budget.people import Overlap
from core.budget.question import Question
from core.errors import MicroscopeError
from core.locale import Writing
from pages.parts import number
from pages.parts import glossary
from pages.parts.words import plain

Ends = tuple[float, float]


def rates(asked: Question, writing: Writing, turn: int) -> dict[str, Any]:
    """Pieces, the funnel's shares, the value of an order, the overlap of followers."""
    glossary.words("reach", "overlap")
    pieces = st.slider(
        "Pieces of work a creator, at most",
        1,
        4,
        asked.max_pieces,
        key=f"budget_pieces_{turn}",
        persist_state="session",
    )
    return {
        "max_pieces": pieces,
        "reach": _rate(
            "Share of followers who see a post",
            asked.reach,
            (10, 20),
            assumptions.published_reach(),
            writing,
            turn,
        ),
        "clicks": _rate(
            "Share of those who click",
            asked.clicks,
            (0.5, 1.5),
            assumptions.published_clicks(),
            writing,
            turn,
        ),
        "orders": _rate(
            "Share of visits that end in an order",
            asked.orders,
            (1, 4),
            assumptions.published_orders(),
            writing,
            turn,
        ),
        "order_value": _order_value(asked, writing, turn),
        "overlap": _overlap(asked, turn),
    }


def costs(asked: Question, writing: Writing, turn: int) -> dict[str, Any]:
    """Product, shipping, agency, usage rights; and gifts instead of fees."""
    glossary.words("usage_rights", "gifting")
    st.caption("Products count at what they cost you, not at their price in the shop.")
    left, right = st.columns(2)
    with left:
        product = _money("Product a creator", asked.costs.product, writing, turn)
        agency = _percent("Agency, % of the fee", asked.costs.agency, turn)
    with right:
        shipping = _money("Shipping a creator", asked.costs.shipping, writing, turn)
        usage = _percent("Usage rights, % of the fee", asked.costs.usage, turn)
    gifts = _share(
        "Gifts without a fee: share of gifted creators who post",
        asked.gifts,
        (10, 60),
        turn,
        "offer gifts too",
    )
    try:
        return {"costs": Costs(product, shipping, agency, usage), "gifts": gifts}
    except MicroscopeError as error:
        st.warning(plain(error.do), title=plain(error.what))
        return {"costs": asked.costs, "gifts": gifts}


def _order_value(asked: Question, writing: Writing, turn: int) -> Ends | None:
    """What an order is worth, low to high; None for the published range."""
    known = assumptions.published_order_value()
    own = st.toggle(
        "Value of an order: my own figure",
        value=asked.order_value is not None,
        key=f"budget_order_value_own_{turn}",
        help=number.source_line(known.source_id),
    )
    if not own:
        ends = (writing.money(end, known.currency) for end in (known.low, known.high))
        st.caption(f"Published: {'–'.join(ends)}, a rule of thumb without a method.")
        return None
    low, high = asked.order_value or (known.low, known.high)
    left, right = st.columns(2)
    with left:
        low = _amount(f"From, in {writing.currency}", low, f"budget_order_low_{turn}")
    with right:
        high = _amount(f"To, in {writing.currency}", high, f"budget_order_high_{turn}")
    if 0 < low <= high:
        return low, high
    st.caption(
        "Give two amounts above 0, the low one first; the published range is used until then."
    )
    return None


def _overlap(asked: Question, turn: int) -> Overlap:
    low, high = st.slider(
        "Followers that two creators share, in percent, low to high",
        0.0,
        50.0,
        (100 * asked.overlap.low, 100 * asked.overlap.high),
        0.5,
        key=f"budget_overlap_{turn}",
        persist_state="session",
        help="Our own assumption; nobody publishes it. Where both follower lists are here, it is"
        " counted instead.",
    )
    ends = asked.overlap
    if (low, high) == (100 * ends.low, 100 * ends.high):
        return ends
    return Overlap.between(low / 100, high / 100)


def _rate(
    label: str,
    chosen: Ends | None,
    start: Ends,
    published: tuple[Rate, ...],
    writing: Writing,
    turn: int,
) -> Ends | None:
    """One's own share, or None with the published ones written below and their sources named."""
    lines = "\n\n".join(number.source_line(each) for each in sourced.source_ids(published))
    ends = _share(label, chosen, start, turn, help_=lines)
    if ends is None:
        st.caption(f"Published: {sourced.told(published, writing)}.")
    return ends


def _share(
    label: str,
    chosen: Ends | None,
    start: Ends,
    turn: int,
    own_words: str = "my own figure",
    help_: str | None = None,
) -> Ends | None:
    key = f"budget_{label}_{turn}"
    own = chosen is not None
    if not st.toggle(f"{label}: {own_words}", value=own, key=f"{key}_own", help=help_):
        return None
    at = tuple(100 * end for end in chosen) if chosen else start
    left, right = st.columns(2)
    with left:
        low = _amount("From, in percent", at[0], f"{key}_low", 100.0, 0.5) / 100
    with right:
        high = _amount("To, in percent", at[1], f"{key}_high", 100.0, 0.5) / 100
    if low > high:
        st.caption("The lower share comes first; until then the two are read the other way round.")
    return min(low, high), max(low, high)


def _money(label: str, start: float, writing: Writing, turn: int) -> float:
    return _amount(f"{label}, in {writing.currency}", start, f"budget_{label}_{turn}")


def _percent(label: str, start: float, turn: int) -> float:
    return _amount(label, 100 * start, f"budget_{label}_{turn}") / 100


def _amount(
    label: str, start: float, key: str, most: float | None = None, step: float = 1.0
) -> float:
    return float(
        st.number_input(
            label,
            min_value=0.0,
            max_value=most,
            value=float(start),
            step=step,
            key=key,
            persist_state="session",
        )
    )

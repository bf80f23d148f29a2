"""The rate card of a budget: which one, its prices as edited, which formats are made."""

import streamlit as st

from core.budget.question import Price, Question
from core import prices
from core.charts import quoted
from core.locale import Writing, is_known
from core.prices import rate_cards
from core.tables import PLATFORMS
from pages.parts import number, picture, glossary
from pages.parts.words import plain

Pricing = tuple[str, tuple[Price, ...] | None, float | None, tuple[str, ...] | None]


def controls(asked: Question, rate_per_usd: float | None, writing: Writing, turn: int) -> Pricing:
    """Card, edited prices, the rate they were edited at, formats (None = all)."""
    card = _card(asked.card, turn)
    same = card == asked.card
    own, rate = (asked.prices, asked.prices_rate) if same else (None, 1.0)
    table = Question(card=card, prices=own, prices_rate=rate).rate_card(rate_per_usd)
    shown = table[["platform", "format", "tier_label", "low", "typical", "high"]]
    edited = st.data_editor(
        shown.assign(platform=shown["platform"].map(PLATFORMS)),
        hide_index=True,
        disabled=["platform", "format", "tier_label"],
        column_config={
            "platform": "Platform",
            "format": "Format",
            "tier_label": "Size",
            **{
                name: st.column_config.NumberColumn(name.capitalize(), min_value=0.0, format="%.0f")
                for name in ("low", "typical", "high")
            },
        },
        key=f"budget_prices_{card}_{hash(asked.prices)}_{turn}",
        placeholder="unknown",
        alt="Prices by platform, format and size; editable",
    )
    glossary.words("rate_card")
    number.legend(("price", "range"))
    number.sources((card,))
    if st.button("Use these prices", key="budget_use_prices"):
        rows = edited[["low", "typical", "high"]].itertuples(index=False, name=None)
        rate = rate_per_usd
        own = tuple((_known(low), _known(typical), _known(high)) for low, typical, high in rows)
    made = sorted(table["format"].unique())
    chosen = [each for each in asked.formats or () if each in made]
    formats = st.pills(
        "Formats",
        made,
        selection_mode="multi",
        default=chosen or made,
        key=f"budget_formats_{card}_{turn}",
    )
    _often_quoted(writing)
    return card, own, rate, tuple(formats) if set(formats) != set(made) else None


def _card(chosen: str, turn: int) -> str:
    """Which published card stands in where nobody has named a price, with its source."""
    cards = {card.source_id: card for card in rate_cards.cards()}
    st.caption("First what a creator asks, then what you paid before, then a published rate card.")
    card = st.selectbox(
        "Published rate card",
        list(cards),
        index=list(cards).index(chosen),
        format_func=lambda source_id: cards[source_id].label,
        key=f"budget_card_{turn}",
        persist_state="session",
    )
    st.caption(plain(cards[card].remark))
    return str(card)


def _often_quoted(writing: Writing) -> None:
    """The figures that are passed on without a source, on request and marked as unverified."""
    if st.toggle(
        "Show what is often quoted (unverified)",
        key="budget_quoted",
        help="No price here rests on it: nobody could find where these figures were published.",
    ):
        said = prices.quoted()
        picture.draw(
            lambda: quoted.shares(said, writing),
            table=lambda: quoted.table(said),
            key="budget_quoted_chart",
            means=("price",),
            sources=said["source_id"].unique(),
        )


def _known(price: float) -> float | None:
    return price if is_known(price) else None

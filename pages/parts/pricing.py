"""The rate card of a budget: which one, its prices as edited, which formats are made."""

import streamlit as st

from core.budget.question import Price, Question
from core.locale import is_known
from core.prices import rate_cards

Pricing = tuple[str, tuple[Price, ...] | None, float, tuple[str, ...] | None]


def controls(asked: Question, rate_per_usd: float, turn: int) -> Pricing:
    """Card, edited prices, the rate they were edited at, formats (None = all)."""
    labels = {card.source_id: card.label for card in rate_cards.cards()}
    card = st.selectbox(
        "Published rate card",
        list(labels),
        index=list(labels).index(asked.card),
        format_func=labels.__getitem__,
        key=f"budget_card_{turn}",
        persist_state="session",
        help="Used for creators who have not named a price.",
    )
    same = card == asked.card
    prices, rate = (asked.prices, asked.prices_rate) if same else (None, 1.0)
    table = Question(card=card, prices=prices, prices_rate=rate).rate_card(rate_per_usd)
    edited = st.data_editor(
        table[["platform", "format", "tier_label", "low", "typical", "high"]],
        hide_index=True,
        disabled=["platform", "format", "tier_label"],
        column_config={
            "platform": "Platform",
            "format": "Format",
            "tier_label": "Size",
            **{
                name: st.column_config.NumberColumn(
                    name.capitalize(), min_value=0.0, format="localized"
                )
                for name in ("low", "typical", "high")
            },
        },
        key=f"budget_prices_{card}_{hash(asked.prices)}_{turn}",
        alt="Prices by platform, format and size; editable",
    )
    if st.button("Use these prices", key="budget_use_prices"):
        rows = edited[["low", "typical", "high"]].itertuples(index=False, name=None)
        rate = rate_per_usd
        prices = tuple((_known(low), float(typical), _known(high)) for low, typical, high in rows)
    made = sorted(table["format"].unique())
    chosen = [each for each in asked.formats or () if each in made]
    formats = st.pills(
        "Formats",
        made,
        selection_mode="multi",
        default=chosen or made,
        key=f"budget_formats_{card}_{turn}",
    )
    return card, prices, rate, tuple(formats) if set(formats) != set(made) else None


def _known(price: float) -> float | None:
    return price if is_known(price) else None

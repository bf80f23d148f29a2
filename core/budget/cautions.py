"""What a reader should know before counting on a plan: where its prices are weak."""

import pandas as pd

from core.budget.offers import GIFTED
from core.prices import OURS, rate_cards

_MOST_ENGAGED = 0.3  # of those who see a post; above that the two figures do not fit together


def cautions(chosen: pd.DataFrame) -> list[str]:
    """Plain sentences about the prices of the rows of `chosen`; none when all is well."""
    if chosen.empty:
        return []
    from_card = ~chosen["price_source"].isin([*OURS, GIFTED])
    least = int((from_card & chosen["price_high"].isna()).sum())
    sentences = []
    if from_card.any():
        cards = {card.source_id: card.label for card in rate_cards.cards()}
        named = chosen.loc[from_card, "price_source"].unique()
        label = " and ".join(cards.get(source, source) for source in named)
        sentences.append(
            f"Nobody has named a price for {int(from_card.sum())} of {len(chosen)} lines: the"
            f" published rate card {label} stands in. Ask before you count on it."
        )
    if least:
        lines = "1 line" if least == 1 else f"{least} lines"
        sentences.append(
            f"For {lines} the rate card prints only the least that is paid; ask for a price before"
            " you count on it."
        )
    both = chosen.reindex(columns=["engagements", "people_reached"]).astype("float64").dropna()
    if len(both) and both["engagements"].sum() > _MOST_ENGAGED * both["people_reached"].sum():
        sentences.append(
            "More engagements than one would expect from so few people reached: the two come from"
            " different sources, and the share of followers who see a post is a general one. Set"
            " your own under Assumptions where you know it."
        )
    return sentences

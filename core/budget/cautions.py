"""What a reader should know before counting on a plan: where its prices are weak."""

import pandas as pd

from core.budget.prices import ASKED


def cautions(chosen: pd.DataFrame, currency: str, rate_per_usd: float) -> list[str]:
    """Plain sentences about the prices of the rows of `chosen`; none when all is well."""
    if chosen.empty:
        return []
    from_card = chosen["price_source"] != ASKED
    least = int((from_card & chosen["price_high"].isna()).sum())
    sentences = []
    if least:
        lines = "1 line" if least == 1 else f"{least} lines"
        sentences.append(
            f"For {lines} the rate card prints only the least that is paid; ask for a price before"
            " you count on it."
        )
    if from_card.any() and currency != "USD" and rate_per_usd == 1.0:
        sentences.append(
            f"Rate cards are in US dollars and one dollar is taken as 1 {currency}; type the real"
            " rate in the workspace."
        )
    return sentences

"""What is often quoted as "what small creators charge", although nobody could verify it.

The survey exists (2,500 small creators, 2016) but its charts are lost pictures; the figures that
are passed on are shown only on request and only marked as unverified. No price rests on them.
"""

from typing import Final

import pandas as pd

from core import figures

_NOT: Final = "NO"


def quoted() -> pd.DataFrame:
    """platform, question, below (US dollars), share (fraction), note, source_id; as passed on."""
    rows = figures.read("survey_rates")
    rows = rows[rows["verified"].eq(_NOT) & rows["price_below_usd"].notna()]
    return (
        rows.assign(share=rows["share_pct"] / 100)
        .rename(columns={"price_below_usd": "below"})[
            ["platform", "question", "below", "share", "note", "source_id"]
        ]
        .reset_index(drop=True)
    )

"""A plan says where its prices are weaker than they look."""

import numpy as np
import pandas as pd

from core.budget import cautions

CHOSEN = pd.DataFrame(
    {"price_source": ["asked", "IMH_TABLE", "IMH_TABLE"], "price_high": [80.0, 100.0, np.nan]}
)


def test_a_price_of_which_only_the_least_is_printed_is_named() -> None:
    assert cautions(CHOSEN) == [
        "Nobody has named a price for 2 of 3 lines: the published rate card The table found"
        " everywhere (2020) stands in. Ask before you count on it.",
        "For 1 line the rate card prints only the least that is paid; ask for a price before you"
        " count on it.",
    ]


def test_asked_prices_need_no_caution() -> None:
    assert cautions(CHOSEN.head(1)) == []
    assert cautions(CHOSEN.head(0)) == []


def test_more_reactions_than_so_few_views_explain_are_named() -> None:
    odd = CHOSEN.head(1).assign(engagements=900.0, people_reached=1000.0)
    assert "so few people reached" in cautions(odd)[0]
    assert cautions(odd.assign(engagements=90.0)) == []

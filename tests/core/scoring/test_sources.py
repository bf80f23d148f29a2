"""Which way of finding creators brought the good ones."""

import pandas as pd

from core.locale import Writing
from core.scoring.sources import by_source, finding

CREATORS = pd.DataFrame(
    {
        "found_via": ["agency", "agency", "agency, group", None, "group", "group", "group"],
        "score": [90.0, 80.0, 70.0, 99.0, 10.0, 20.0, 30.0],
        "rank": pd.array([1, 2, 3, 4, 7, 6, 5], dtype="Int64"),
    }
)


def test_a_creator_found_in_two_ways_counts_for_both() -> None:
    sources = by_source(CREATORS).set_index("found_via")
    assert sources["creators"].to_dict() == {"agency": 3, "group": 4}
    assert sources["middle"].to_dict() == {"agency": 80.0, "group": 25.0}
    assert sources.loc["agency", ["low", "high"]].tolist() == [75.0, 85.0]


def test_the_best_way_is_named_first() -> None:
    said = finding(by_source(CREATORS), Writing())
    assert said == "Half of those found via agency score 80 or more, of those found via group 25"


def test_a_way_with_two_creators_claims_nothing() -> None:
    assert finding(by_source(CREATORS.head(2)), Writing()).startswith("Too few")


def test_nobody_ranked_is_nobody_compared() -> None:
    nobody = CREATORS.assign(rank=pd.array([None] * 7, dtype="Int64"))
    assert by_source(nobody).empty

import numpy as np
import pandas as pd
import pytest

from core import prices
from core.budget import Assumptions, options, unpriced
from core.budget.assumptions import Rate
from core.errors import MicroscopeError, UnknownName
from core.prices import Exchange

CARD = prices.card("IMH_TABLE")


def creators(**columns):
    length = max((len(values) for values in columns.values()), default=1)
    base = {
        "platform": ["instagram"] * length,
        "handle": [f"H{i}" for i in range(length)],
        "followers": [5000.0] * length,
        "tier": ["nano"] * length,
        "engagement_rate": [0.04] * length,
        "engagement_rate_low": [0.03] * length,
        "engagement_rate_high": [0.05] * length,
        "benchmark": [0.02] * length,
    }
    return pd.DataFrame(base | columns)


def test_one_row_a_number_of_pieces():
    found = options(creators(), CARD, "engagements", Assumptions(max_pieces=3))
    assert found["creator"].tolist() == ["instagram/h0"] * 3
    assert found["option"].tolist() == [
        "1 Instagram post",
        "2 Instagram posts",
        "3 Instagram posts",
    ]
    assert found["price"].tolist() == pytest.approx([31.62, 63.24, 94.86])
    assert found["value"].tolist() == pytest.approx([200, 400, 600])
    assert set(found["value_source"]) == {"own figures"}


def test_a_share_that_may_be_nothing_is_not_certain():
    # ln(0.02 ÷ 0.01) ÷ 1.2816
    assert Rate("any", 0.0, 0.01, 0.02, "TEST").spread == pytest.approx(0.5408, abs=1e-4)
    told = Assumptions(max_pieces=1).with_reach(0.0, 0.3, 0.6)
    found = options(creators(), CARD, "people_reached", told).iloc[0]
    assert found["value_low"] < found["value"] < found["value_high"]


def test_a_story_becomes_stories():
    card = CARD[CARD["platform"] == "instagram"].assign(format="story")
    found = options(creators(), card, "engagements", Assumptions())
    assert found["option"].tolist() == ["1 Instagram story", "2 Instagram stories"]


@pytest.mark.parametrize("goal", ["engagements", "people_reached", "clicks"])
def test_the_range_holds_the_value_and_narrows_with_more_pieces(goal):
    found = options(creators(), CARD, goal, Assumptions(max_pieces=4))
    assert (found["value_low"] < found["value"]).all()
    assert (found["value"] < found["value_high"]).all()
    assert (found["value_high"] / found["value_low"]).is_monotonic_decreasing


def test_an_unknown_rate_takes_the_benchmark_with_a_wide_range():
    known = options(creators(), CARD, "engagements", Assumptions()).iloc[0]
    unknown = options(creators(engagement_rate=[np.nan]), CARD, "engagements", Assumptions()).iloc[
        0
    ]
    assert unknown["value"] == 5000 * 0.02
    assert unknown["value_source"] == "benchmark"
    ratio = unknown["value_high"] / unknown["value_low"]
    assert ratio > 4 * known["value_high"] / known["value_low"]


def test_people_and_clicks_follow_the_published_rates():
    found = options(creators(), CARD, "clicks", Assumptions(max_pieces=1)).iloc[0]
    reached = 5000 * np.sqrt(0.10 * 0.20)
    assert found["people_reached"] == pytest.approx(reached)
    assert found["clicks"] == pytest.approx(reached * np.sqrt(0.005 * 0.015))
    assert found["value"] == found["clicks"]
    assert found["source_ids"] == "UNTAPPER CODIV"


def test_reach_on_x_goes_by_size():
    people = creators(platform=["x", "x"], followers=[999.0, 1000.0])
    found = options(people.assign(price=10.0), CARD, "people_reached", Assumptions(max_pieces=1))
    assert found["value"].tolist() == pytest.approx([999 * 0.2763, 1000 * 0.1153])


def test_average_views_go_before_any_assumption():
    found = options(
        creators(avg_views=[1234.0]), CARD, "people_reached", Assumptions(max_pieces=1)
    ).iloc[0]
    assert (found["value"], found["value_source"]) == (1234, "own average views")


def test_your_own_rate_replaces_the_published_one():
    told = Assumptions(max_pieces=1).with_reach(0.2, 0.3, 0.4)
    found = options(creators(platform=["tiktok"]), CARD, "people_reached", told).iloc[0]
    assert (found["value"], found["value_source"]) == (1500, "your own")
    only_tiktok = Assumptions().with_reach(0.2, 0.3, 0.4, "tiktok")
    assert {rate.source_id for rate in only_tiktok.reach_rates} == {
        "your own",
        "UNTAPPER",
        "PLAYERSELLS_REACH",
    }


def test_who_is_no_option_is_listed_with_the_reason():
    people = creators(
        platform=["tiktok", "instagram", "instagram", "x"],
        followers=[5000, np.nan, 5000, 5000],
        engagement_rate=[0.1, 0.1, np.nan, 0.1],
        benchmark=[np.nan] * 4,
    )
    reached = unpriced(people, CARD, "people_reached", Assumptions()).set_index("handle")["reason"]
    assert reached["H0"] == "no share of followers reached is published for TikTok; set your own"
    assert reached["H1"] == "the number of followers is unknown"
    assert reached["H3"] == "the rate card does not cover this platform"
    engaged = unpriced(people, CARD, "engagements", Assumptions()).set_index("handle")["reason"]
    assert engaged["H2"] == "the engagement rate and its benchmark are unknown"
    assert "H0" not in engaged


def test_nobody_is_both_an_option_and_left_out():
    people = creators(
        platform=["instagram", "tiktok", "x", "youtube", None] * 20,
        followers=np.geomspace(10, 1e7, 100),
    )
    for goal in ("engagements", "people_reached", "clicks"):
        inside = set(options(people, CARD, goal, Assumptions())["creator"])
        outside = set(unpriced(people, CARD, goal, Assumptions())["creator"])
        assert not inside & outside
        assert len(inside | outside) == 100


def test_what_was_given_is_not_changed():
    people = creators()
    before = people.copy()
    options(people, CARD, "engagements", Assumptions())
    pd.testing.assert_frame_equal(people, before)


def test_what_cannot_be_assumed_gets_a_sentence():
    with pytest.raises(UnknownName, match="no goal called"):
        options(creators(), CARD, "fame", Assumptions())
    with pytest.raises(MicroscopeError, match="fewer than one piece"):
        Assumptions(max_pieces=0)
    with pytest.raises(MicroscopeError, match="cannot be used"):
        Exchange("EUR", (("EUR", 0),))
    with pytest.raises(MicroscopeError, match="cannot be used"):
        Assumptions().with_clicks(0.3, 0.2, 0.4)


def test_assumptions_are_cache_keys():
    assert hash(Assumptions()) == hash(Assumptions())
    assert Assumptions() == Assumptions()


def test_who_gets_the_product_only_as_a_list_says_is_a_gift_until_somebody_says_otherwise():
    people = creators(
        gift_only=pd.array([True, False, None], "boolean"),
        price=[np.nan, 80.0, 90.0],
        currency=["USD"] * 3,
    )
    found = options(people, CARD, "engagements", Assumptions(max_pieces=1))
    assert found["option"].tolist() == ["1 Instagram post", "1 Instagram post", "1 Instagram gift"]
    assert found.set_index("creator")["price"].to_dict() == {
        "instagram/h0": 0.0,
        "instagram/h1": 80.0,
        "instagram/h2": 90.0,
    }
    paid = options(people, CARD, "engagements", Assumptions(max_pieces=1, as_listed=False))
    assert set(paid["option"]) == {"1 Instagram post"}

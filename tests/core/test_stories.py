import numpy as np
import pandas as pd
import pytest

from core import figures, stories
from core.locale import Writing
from core.metrics import METRICS

US = Writing()


def plan_facts(count=2, **changes):
    chosen = pd.DataFrame(
        {
            "creator": [f"instagram/h{i}" for i in range(count)],
            "price": [100.0 * (i + 1) for i in range(count)],
            "count": [i + 1 for i in range(count)],
        }
    )
    scored = pd.DataFrame(
        {
            "creator": [f"instagram/h{i}" for i in range(count + 1)],
            "platform": "instagram",
            "followers": [2000.0 * 4**i for i in range(count + 1)],
            "engagement_rate": [0.05, *[np.nan] * count],
        }
    )
    return stories.facts(chosen, scored, **changes)


def test_numbers_are_those_that_are_printed():
    rows = stories.campaigns().set_index("campaign_id")
    tea = rows.loc["tea_markerly"]
    assert (tea["creators_low"], tea["creators_high"]) == (30, 40)
    squad = rows.loc["sephora_squad_2019"]
    assert (squad["creators_low"], squad["creators_high"]) == (24, 24)
    soap = rows.loc["dishsoap"]
    assert (soap["engagement_rate"], soap["posts"]) == (0.1, 1)
    assert (soap["pay_low"], soap["pay_high"]) == (145, 265)
    assert rows.loc["jom_dtc", "posts"] == 2808
    assert rows.loc["adidas_tango", "posts"] == 23
    lumio = rows.loc["lumio_fail"]
    assert lumio["engagement_rate_low"] == 0.05
    assert np.isnan(lumio["engagement_rate"])


def test_what_is_not_printed_stays_unknown():
    rows = stories.campaigns().set_index("campaign_id")
    assert rows["spend"].isna().all()
    assert rows.loc["dw_seeding", ["creators_low", "posts", "followers_low"]].isna().all()
    assert np.isnan(rows.loc["arii_fail", "followers_high"])
    assert rows.loc["hawaii", ["posts"]].isna().all()  # the public's posts are no commissioned ones


def test_counter_examples_are_marked_and_their_lesson_kept():
    rows = stories.campaigns().set_index("campaign_id")
    assert set(rows.index[rows["counter_example"]]) == {"lumio_fail", "arii_fail"}
    assert rows.loc["arii_fail", "playbook"] == "Two million followers, fewer than 36 buyers."


def test_every_campaign_has_a_source_and_a_grade():
    rows = stories.campaigns()
    assert set(rows["evidence_grade"]) <= set(stories.GRADES)
    assert all(figures.source(source_id).title for source_id in rows["source_id"])


def test_facts_are_the_spans_of_the_plan():
    facts = plan_facts()
    assert facts.creators_count == stories.Span(2, 2, 2)
    assert facts.followers.value == pytest.approx(4000)  # the middle of 2,000 and 8,000
    assert (facts.followers.low, facts.followers.high) == pytest.approx((2000, 8000))
    assert facts.engagement_rate.value == pytest.approx(0.05)
    assert facts.pay_per_creator == stories.Span(100, 150, 200)
    assert facts.posts_count == stories.Span(3, 3, 3)
    assert facts.platforms == ("instagram",)


def test_a_plan_with_nobody_has_no_facts():
    facts = plan_facts(0)
    for measure in stories.MEASURES:
        assert getattr(facts, measure) == stories.Span()
    assert stories.finding(facts, US) == stories.finding(None, US)


def test_the_comparison_has_everybody_on_every_measure():
    long = stories.compare(plan_facts())
    assert set(long["measure"]) == set(stories.MEASURES) <= set(METRICS)
    assert long["who"].iloc[0] == stories.YOUR_PLAN
    assert len(long) == (len(stories.campaigns()) + 1) * len(stories.MEASURES)
    known = long[["low", "value", "high"]].notna().any(axis=1)
    assert (known == long["known"]).all()
    assert long.loc[long["who"] != stories.YOUR_PLAN, "source_id"].notna().all()
    whole = long.dropna(subset=["low", "value", "high"])
    assert (whole["low"] <= whole["value"] * (1 + 1e-9)).all()
    assert (whole["value"] <= whole["high"] * (1 + 1e-9)).all()


def test_without_a_plan_only_campaigns_are_compared():
    long = stories.compare()
    assert stories.YOUR_PLAN not in set(long["who"])
    tea = long[long["who"].str.startswith("Weight-loss") & (long["measure"] == "creators_count")]
    assert tea["value"].iloc[0] == pytest.approx(np.sqrt(30 * 40))


def test_pay_is_compared_in_the_plans_currency():
    def pay(facts):
        long = stories.compare(facts)
        soap = long["who"].str.startswith("Dish soap") & (long["measure"] == "pay_per_creator")
        return long.loc[soap, "low"].iloc[0]

    assert pay(plan_facts()) == 145
    assert pay(plan_facts(rate_per_usd=0.9)) == pytest.approx(145 * 0.9)


def test_the_most_similar_come_first_and_say_why():
    near = stories.similar(plan_facts(), n=3)
    assert len(near) == 3
    assert near["likeness"].is_monotonic_decreasing
    assert near["brand"].iloc[0] == "Dish soap brand (unnamed)"
    assert "pay per creator $145–$265 (yours $150)" in near["why"].iloc[0]
    assert "same platform (Instagram)" in near["why"].iloc[0]


def test_a_counter_example_warns():
    near = stories.similar(plan_facts(), n=30)
    assert near.loc[near["counter_example"], "why"].str.endswith("it did not work").all()


def test_a_plan_of_forty_is_like_the_thirty_to_forty():
    near = stories.similar(plan_facts(35), n=22).set_index("campaign_id")
    assert "creators 30–40 (yours 35)" in near.loc["tea_markerly", "why"]


def test_the_finding_counts():
    rows = stories.campaigns()
    said = int(rows["creators_low"].notna().sum())
    assert stories.finding(None, US) == (
        f"{said} of {len(rows)} published campaigns say how many creators took part: "
        "from 1 to 500, the middle one 70."
    )
    own = stories.finding(plan_facts(), US)
    assert own.startswith("Your plan has 2 creators; ")
    more = int((np.sqrt(rows["creators_low"] * rows["creators_high"]) > 2).sum())
    assert f"{more} of them with more than yours" in own


def test_campaigns_are_a_copy():
    mine = stories.campaigns()
    mine.loc[0, "brand"] = "changed"
    assert stories.campaigns().loc[0, "brand"] != "changed"

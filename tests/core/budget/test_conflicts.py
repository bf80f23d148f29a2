import numpy as np
import pandas as pd
import pytest

from core.budget import Limits, Market, Quota, best_plan, best_plan_on
from core.budget.limits import called
from core.errors import ImpossibleLimits, MicroscopeError
from tests.core.budget.every_plan import EveryPlan

OPTIONS = pd.DataFrame(
    [
        # creator, person, platform, tier, format, score, count, price, value
        ("ana", "ana", "tiktok", "nano", "post", 80.0, 1, 100.0, 10.0),
        ("ben", "ben", "tiktok", "nano", "post", 40.0, 1, 200.0, 30.0),
        ("cyd", "cyd", "tiktok", "macro", "reel", 90.0, 2, 900.0, 70.0),
        ("dee", "dee", "instagram", "micro", "post", 70.0, 1, 50.0, 9.0),
        ("eli", "eli", "instagram", "macro", "reel", 60.0, 3, 600.0, 50.0),
        ("eli.tt", "eli", "youtube", "macro", "reel", 60.0, 1, 300.0, 20.0),
    ],
    columns=[
        *("creator", "person", "platform", "tier", "format"),
        *("score", "count", "price", "value"),
    ],
).assign(option="1")


@pytest.mark.parametrize(
    ("budget", "limits", "what"),
    [
        (
            1_000,
            Limits(platforms=(Quota("tiktok", min_creators=3),)),
            "At least 3 creators on TikTok cost at least 1,200, but the total is 1,000.",
        ),
        (
            5_000,
            Limits(platforms=(Quota("tiktok", min_creators=4),)),
            "At least 4 creators on TikTok cannot be had: 3 at most.",
        ),
        (
            5_000,
            Limits(max_creators=1, platforms=(Quota("tiktok", min_creators=2),)),
            "“At least 2 creators on TikTok” and “at most 1 creator” cannot hold together: "
            "the others allow 1 at most.",
        ),
        (
            5_000,
            Limits(must=("ben",), min_score=50),
            "“A score of at least 50” and “ben in the plan” cannot hold together.",
        ),
        (
            5_000,
            Limits(min_creators=6, must=("ana",), max_creators=6),
            "At least 6 creators cannot be had: 5 at most.",
        ),
        (
            5_000,
            Limits(gift_only=True, min_creators=1),
            "“At least 1 creator” and “gifts only” cannot hold together: "
            "the others allow 0 at most.",
        ),
        (
            1_000,
            Limits(
                tiers=(Quota("macro", min_spend=600),),
                smaller_share=0.5,
                smaller_tiers=("nano", "micro"),
            ),
            "“At least 50% of the spending for nano, micro” and “at least 600 of the size "
            "macro” cannot hold together.",
        ),
    ],
)
def test_the_sentence_names_the_limits_that_collide(budget, limits, what):
    assert EveryPlan(OPTIONS).best(budget, limits) is None
    with pytest.raises(ImpossibleLimits) as caught:
        best_plan(OPTIONS, budget, limits)
    assert caught.value.what == what


def test_only_the_limits_that_collide_are_named():
    idle = Limits(
        never=("dee",),
        max_pieces=5,
        platforms=(Quota("tiktok", min_creators=4), Quota("instagram", max_spend=5_000)),
    )
    with pytest.raises(ImpossibleLimits, match=r"^At least 4 creators on TikTok cannot be had: 3"):
        best_plan(OPTIONS, 5_000, idle)


def test_amounts_in_sentences_are_written_as_the_caller_writes_money():
    limits = Limits(platforms=(Quota("tiktok", min_creators=3),))
    market = Market.of(OPTIONS, limits, money=lambda amount: f"${amount:,.0f}")
    with pytest.raises(ImpossibleLimits, match=r"at least \$1,200, but the total is \$1,000"):
        best_plan_on(market, 1_000)


@pytest.mark.parametrize(
    "told",
    [
        {"min_creators": -1},
        {"max_spend": np.nan},
        {"min_creators": 3, "max_creators": 2},
        {"smaller_share": 1.5},
        {"min_score": np.nan},
        {"platforms": (Quota("tiktok", min_creators=1), Quota("tiktok", max_creators=3))},
    ],
)
def test_limits_that_are_none_get_a_sentence(told):
    with pytest.raises(ImpossibleLimits) as caught:
        Limits(**told)
    assert caught.value.do


@pytest.mark.parametrize("missing", ["price", "value", "creator"])
def test_options_without_a_needed_column_get_a_sentence(missing):
    with pytest.raises(MicroscopeError, match=f"have no {missing}"):
        best_plan(OPTIONS.drop(columns=missing), 100)


def test_a_limit_on_what_the_options_do_not_say_gets_a_sentence():
    with pytest.raises(ImpossibleLimits, match="do not say the platform"):
        best_plan(
            OPTIONS.drop(columns="platform"),
            100,
            Limits(platforms=(Quota("tiktok", min_creators=1),)),
        )


def test_an_absurd_price_is_left_out_with_the_reason():
    plan = best_plan(OPTIONS.assign(price=[1e12, 200.0, 900.0, 50.0, 600.0, 300.0]), 5_000)
    assert plan.left_out["reason"].tolist() == ["its price is too high to be one"]


def test_an_unknown_score_does_not_show_that_it_is_high_enough():
    options = OPTIONS.assign(score=[np.nan, 40.0, 90.0, 70.0, 60.0, 60.0])
    plan = best_plan(options, 5_000, Limits(min_score=10))
    assert "ana" not in set(plan.chosen["creator"])
    assert plan.left_out["reason"].tolist() == ["its score is not known to be 10 or more"]


def test_two_accounts_of_a_person_count_once():
    both = best_plan(OPTIONS, 900, Limits(must=("eli", "eli.tt"), max_creators=1))
    assert set(both.chosen["creator"]) == {"eli", "eli.tt"}


@pytest.mark.parametrize(
    ("creators", "told"),
    [
        (["instagram/ana", "tiktok/ben"], ["@ana", "@ben"]),
        (["instagram/ana", "tiktok/ana", "x/cyd"], ["@ana on Instagram", "@ana on TikTok", "@cyd"]),
        (["ana", "https://x.com/ana"], ["ana", "https://x.com/ana"]),
    ],
)
def test_sentences_call_creators_by_their_handles(creators, told):
    assert called(creators) == told

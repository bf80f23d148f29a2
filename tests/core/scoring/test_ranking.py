from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.errors import UnknownName
from core.locale import Writing
from core.scoring import Brand, Settings, curve, score, top

Table = Callable[..., pd.DataFrame]


# What the tests below look at one by one.
ALONE = Settings(weights=(("standing", 1.0),))


def tables_of(**given: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return tables.none() | given


def test_one_row_an_account_best_first(accounts: Table, posts: Table) -> None:
    listed = accounts(
        handle=["low", "High", "low"], followers=[2000, 2000, 2000], avg_likes=[40, 180, None]
    )
    scored = score(tables_of(accounts=listed, posts=posts("poster", [50])), Brand("Teas"))
    assert scored["creator"].tolist() == ["instagram/high", "instagram/low", "instagram/poster"]
    assert scored["rank"].tolist()[:2] == [1, 2]
    assert scored["sources"].tolist() == [1, 2, 1]


def test_the_score_is_the_standing_where_nothing_else_counts(accounts: Table) -> None:
    # 2,000 followers: published 4.5 %; a rate of 4.5 % × e^0.99 stands at 84 of 100.
    likes = 2000 * 0.045 * np.exp(0.99)
    listed = accounts(handle=["a"], followers=[2000], avg_likes=[likes])
    row = score(tables_of(accounts=listed), settings=ALONE)
    assert row["score"].tolist() == pytest.approx([84.13], abs=0.01)
    assert row["coverage"].tolist() == [1.0]
    assert row["score_low"][0] < 84.13 < row["score_high"][0]


def test_an_account_about_which_nothing_is_known_is_not_bad(accounts: Table) -> None:
    listed = accounts(handle=["silent", "weak"], followers=[2000, 2000], avg_likes=[None, 1])
    scored = score(tables_of(accounts=listed)).set_index("handle")
    silent, weak = scored.loc["silent"], scored.loc["weak"]
    assert silent[["score", "score_low", "score_high"]].tolist() == pytest.approx([50, 10, 90])
    assert silent["coverage"] == 0
    assert silent["rank"] is pd.NA
    assert np.isnan(silent["chance_top"])
    assert weak["score"] < silent["score"]
    assert scored.index.tolist() == ["weak", "silent"]  # ranked ones come first


def test_a_score_from_no_reactions_at_all_has_a_range(accounts: Table, posts: Table) -> None:
    listed = accounts(handle=["a"], followers=[100])
    row = score(tables_of(accounts=listed, posts=posts("a", [0]))).iloc[0]
    assert (row["score"], row["score_low"]) == (0, 0)
    assert row["score_high"] > 0.5  # 0.9 % where 9.75 % is published: ln 0.092 ÷ 0.99 = −2.41


def test_a_number_too_large_to_be_a_count_is_unknown(accounts: Table) -> None:
    listed = accounts(handle=["a", "b"], followers=[1e40, 1e12], avg_likes=[9, 1e13])
    scored = score(tables_of(accounts=listed)).set_index("handle")
    assert scored["followers"].isna().to_dict() == {"a": True, "b": False}
    assert scored["engagement_rate"].isna().all()
    assert scored["engagement_problem"].isna().all()


def test_taking_evidence_away_widens_the_range_and_never_falls_below_the_prior(
    accounts: Table, posts: Table
) -> None:
    listed = accounts(handle=["a"], followers=[2000])
    full = score(tables_of(accounts=listed, posts=posts("a", [20] * 12))).iloc[0]
    less = score(tables_of(accounts=listed, posts=posts("a", [20]))).iloc[0]
    none = score(tables_of(accounts=listed)).iloc[0]
    assert less["standing"] == pytest.approx(full["standing"])
    assert full["score"] <= less["score"] <= 50  # its value leans on what is usual
    widths = [row["score_high"] - row["score_low"] for row in (full, less, none)]
    assert widths == sorted(widths)
    assert none["score"] >= 50


def test_equal_scores_share_the_better_rank(accounts: Table) -> None:
    listed = accounts(handle=list("cba"), followers=[2000] * 3, avg_likes=[50, 80, 80])
    scored = score(tables_of(accounts=listed))
    assert scored["handle"].tolist() == ["a", "b", "c"]
    assert scored["rank"].tolist() == [1, 1, 3]


def test_the_brand_itself_is_nobody_to_be_hired(accounts: Table) -> None:
    listed = accounts(handle=["Shop", "ana"], followers=[2000, 2000], avg_likes=[90, 80])
    scored = score(tables_of(accounts=listed), Brand(accounts=("shop",)))
    assert scored["handle"].tolist() == ["ana"]
    assert scored["rank"].tolist() == [1]


def test_who_follows_the_brand_is_found_via_its_followers(accounts: Table) -> None:
    listed = accounts(handle=["ana", "bob"], followers=[2000, 2000], found_via=["agency", None])
    follows = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": ["Shop", "Shop", "other"],
            "follower": ["ANA", "zoe", "bob"],
            "followed_at": pd.to_datetime(["2026-03-01"] * 3, utc=True),
        }
    )
    found = tables_of(accounts=listed, follows=tables.conform(follows, "follows"))
    scored = score(found, Brand(accounts=("shop",))).set_index("handle")
    assert scored.loc["ana", "found_via"] == "agency, own followers"
    assert scored["found_via"].isna().to_dict() == {"ana": False, "bob": True}
    assert scored["follows_since"].notna().to_dict() == {"ana": True, "bob": False}


def test_the_order_of_rows_changes_nothing(accounts: Table) -> None:
    sizes = [500, 1000, 1001, 4000, 90_000]
    listed = accounts(handle=list("abcde"), followers=sizes, avg_likes=[30, 50, 45, 99, 2000])
    forward = score(tables_of(accounts=listed))
    backward = score(tables_of(accounts=listed.iloc[::-1].reset_index(drop=True)))
    pd.testing.assert_frame_equal(forward, backward)


def test_exactly_a_thousand_followers_belong_to_the_lower_tier(accounts: Table) -> None:
    listed = accounts(handle=list("abc"), followers=[1000, 1001, None])
    tier = score(tables_of(accounts=listed)).set_index("handle")["tier"]
    assert tier["a"] == "1,000 or less"
    assert tier["b"] == "1,001 to 4,000"
    assert pd.isna(tier["c"])
    assert tier.cat.ordered


def test_the_tier_scheme_and_the_benchmark_can_be_chosen(accounts: Table) -> None:
    listed = accounts(handle=["a"], followers=[np.sqrt(1000 * 5000)], avg_likes=[100])
    row = score(tables_of(accounts=listed), settings=Settings("standard", "MODASH")).iloc[0]
    assert row["tier"] == "Nano (under 10,000)"
    assert row["benchmark"] == pytest.approx(np.sqrt(0.0338 * 0.0442))


def test_a_platform_without_a_published_figure_has_no_standing(accounts: Table) -> None:
    listed = accounts(handle=["a"], followers=[5000], avg_likes=[100], platform="facebook")
    row = score(tables_of(accounts=listed), settings=Settings(benchmark="MODASH")).iloc[0]
    assert np.isnan(row["standing"])
    assert row["engagement_rate"] == pytest.approx(0.02)
    assert row["rank"] is pd.NA


def test_followers_of_the_own_lists_are_recognised_in_any_case(accounts: Table) -> None:
    follows = pd.DataFrame(
        {
            "platform": ["instagram", "instagram", "tiktok"],
            "handle": ["shop", "shop2", "shop"],
            "follower": ["ADA", "ada", "bob"],
            "followed_at": pd.to_datetime(["2025-05-01", "2024-03-01", "2024-01-01"], utc=True),
        }
    )
    found = tables_of(
        accounts=accounts(handle=["Ada", "bob"]), follows=tables.conform(follows, "follows")
    )
    since = score(found).set_index("handle")["follows_since"]
    assert since["Ada"] == pd.Timestamp("2024-03-01", tz="UTC")
    assert pd.isna(since["bob"])


def test_the_top_holds_as_many_as_chosen_and_a_sentence_says_who_is_sure(accounts: Table) -> None:
    likes = [400, 390, 380, 90, 85, 2, 1]
    listed = accounts(handle=list("abcdefg"), followers=2000, avg_likes=likes)
    three, five = (
        score(tables_of(accounts=listed), settings=replace(ALONE, top=top)) for top in (3, 5)
    )
    assert three["chance_top"].sum() == pytest.approx(3, abs=0.01)
    assert five["chance_top"].sum() == pytest.approx(5, abs=0.01)
    said = top(three, replace(ALONE, top=3), Writing())
    assert said == "3 of those shown are sure of the first 3 (9 of 10 draws or more)"
    assert top(five.tail(4), replace(ALONE, top=5), Writing()).startswith("2 of those shown are")
    assert top(five.head(0), ALONE, Writing()) == ""


def test_medians_of_standing_hardly_differ_between_tiers(accounts: Table) -> None:
    random = np.random.default_rng(7)
    followers = np.exp(random.uniform(np.log(300), np.log(1_000_000), 4000)).round()
    level = curve.published(pd.Series(followers), pd.Series(["instagram"] * 4000), "SEED")
    rates = level["benchmark"].to_numpy() * np.exp(random.normal(0, 0.8, 4000))
    listed = accounts(handle=[f"a{i}" for i in range(4000)], followers=followers)
    scored = score(tables_of(accounts=listed.assign(avg_likes=followers * rates)))
    medians = scored.groupby("tier", observed=True)["standing"].median()
    assert len(medians) == 4
    assert medians.max() - medians.min() <= 0.10


def test_chances_of_the_top_add_up_to_its_places_and_repeat(accounts: Table) -> None:
    likes = np.linspace(20, 300, 40)
    listed = accounts(handle=[f"a{i}" for i in range(40)], followers=2000, avg_likes=likes)
    found = tables_of(accounts=listed)
    first, second = (score(found, settings=ALONE)["chance_top"] for _ in range(2))
    assert first.sum() == pytest.approx(10)
    assert first.equals(second)
    assert first.iloc[0] > 0.9
    assert first.iloc[-1] == 0


def test_equal_creators_have_equal_chances(accounts: Table) -> None:
    listed = accounts(handle=[f"a{i}" for i in range(20)], followers=2000, avg_likes=90)
    chances = score(tables_of(accounts=listed))["chance_top"]
    assert chances.between(0.45, 0.55).all()


def test_few_creators_are_all_in_the_top(accounts: Table) -> None:
    listed = accounts(handle=["a", "b"], followers=2000, avg_likes=[9, 99])
    assert score(tables_of(accounts=listed))["chance_top"].tolist() == [1, 1]


def test_weights_of_nothing_leave_everybody_unranked(accounts: Table) -> None:
    listed = accounts(handle=["a"], followers=2000, avg_likes=[99])
    row = score(tables_of(accounts=listed), settings=Settings(weights=(("standing", 0.0),))).iloc[0]
    assert (row["score"], row["coverage"]) == (50, 0)
    assert row["rank"] is pd.NA


@pytest.mark.parametrize("given", [{}, tables.none()])
def test_empty_tables_give_an_empty_ranking_with_all_columns(given: tables.Tables) -> None:
    scored = score(given)
    assert scored.empty
    assert {"creator", "rank", "score", "standing_low", "engagement_rate_n"} <= set(scored)
    assert str(scored["rank"].dtype) == "Int64"


@pytest.mark.parametrize(
    "wrong",
    [
        {"tier_scheme": "x"},
        {"benchmark": "x"},
        {"definition": "luck"},
        {"weights": (("luck", 1.0),)},
    ],
)
def test_settings_name_what_they_do_not_know(wrong: dict[str, object]) -> None:
    with pytest.raises(UnknownName, match="Choose one of"):
        Settings(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"level": 1.0}, {"top": 0}, {"weights": (("standing", -1.0),)}])
def test_settings_refuse_impossible_values(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must"):
        Settings(**wrong)  # type: ignore[arg-type]


def test_impossible_counts_are_unknown_not_bad(accounts: Table, posts: Table) -> None:
    listed = accounts(
        handle=["a", "b", "c"], followers=[-5, np.inf, 2000], avg_likes=[9, 9, np.inf]
    )
    scored = score(tables_of(accounts=listed, posts=posts("c", [-1, np.inf])))
    assert scored["score"].tolist() == [50, 50, 50]
    assert scored["rank"].isna().all()

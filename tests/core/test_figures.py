import numpy as np
import pandas as pd
import pytest

from core import figures
from core.errors import UnknownName

ALL_FILES = sorted(path.stem for path in figures.FOLDER.glob("*.csv"))
CITING = [name for name in ALL_FILES if name != "sources"]


def tier_of(followers: float, scheme: str) -> object:
    return figures.tier(pd.Series([followers]), scheme).iloc[0]


def test_the_figures_are_here() -> None:
    assert {"sources", "tiers", "engagement_bands", "rate_cards", "success_stories"} <= set(
        ALL_FILES
    )


@pytest.mark.parametrize("name", CITING)
def test_every_figure_names_a_source_that_is_listed(name: str) -> None:
    cited = figures.read(name)["source_id"]
    assert cited.notna().all()
    assert set(cited) <= set(figures.read("sources")["source_id"])


def test_every_source_is_listed_once_and_can_be_cited() -> None:
    ids = figures.read("sources")["source_id"]
    assert ids.is_unique
    assert all(figures.source(source_id).citation for source_id in ids)


def test_a_source_says_what_is_stated_and_no_more() -> None:
    source = figures.source("PLAYERSELLS_X")
    assert source.year == "2026"
    assert source.citation.endswith("2026 (152,291 accounts)")
    assert figures.source("SEED").citation.endswith("(sample not stated)")
    assert "nan" not in figures.source("SEED").citation


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(UnknownName, match="no source called “NOBODY”"):
        figures.source("NOBODY")


@pytest.mark.parametrize(
    ("followers", "expected"),
    [
        (0, "1,000 or less"),
        (1_000, "1,000 or less"),
        (1_001, "1,001 to 4,000"),
        (4_000, "1,001 to 4,000"),
        (4_001, "4,001 to 100,000"),
        (100_000, "4,001 to 100,000"),
        (100_001, "over 100,000"),
        (476_000_000, "over 100,000"),
    ],
)
def test_the_articles_upper_edges_belong_to_the_tier(followers: float, expected: str) -> None:
    assert tier_of(followers, "article") == expected


@pytest.mark.parametrize(
    ("followers", "expected"),
    [
        (0, "Nano (under 10,000)"),
        (9_999, "Nano (under 10,000)"),
        (10_000, "Micro (10,000 to 49,999)"),
        (49_999, "Micro (10,000 to 49,999)"),
        (50_000, "Mid (50,000 to 499,999)"),
        (500_000, "Macro (500,000 to 999,999)"),
        (999_999, "Macro (500,000 to 999,999)"),
        (1_000_000, "Mega (1,000,000 and more)"),
    ],
)
def test_the_usual_tiers_begin_at_their_lower_edge(followers: float, expected: str) -> None:
    assert tier_of(followers, "standard") == expected


@pytest.mark.parametrize("scheme", list(figures.schemes()))
def test_tiers_meet_without_a_gap_and_are_ordered(scheme: str) -> None:
    rows = figures.tiers(scheme)
    assert rows["followers_max"].iloc[:-1].tolist() == rows["followers_min"].iloc[1:].tolist()
    assert pd.isna(rows["followers_max"].iloc[-1])
    assert rows["includes"].nunique() == 1
    tiers = figures.tier(pd.Series([5e9, 1.0, None]), scheme)
    assert tiers.cat.ordered
    assert tiers.cat.categories.tolist() == rows["tier"].tolist()
    assert tiers.cat.codes.tolist() == [len(rows) - 1, 0, -1]  # -1: unknown


def test_tier_of_nobody_is_empty_and_keeps_the_index() -> None:
    assert figures.tier(pd.Series([], dtype=float), "article").empty
    assert figures.tier(pd.Series([5.0], index=[42]), "article").index.tolist() == [42]


def test_an_unknown_scheme_names_the_known_ones() -> None:
    with pytest.raises(UnknownName) as caught:
        figures.tiers("ancient")
    assert caught.value.do == "Choose one of: article, standard."


def test_the_article_prints_four_points_for_any_platform() -> None:
    for platform in ("instagram", "tiktok", "mastodon"):
        points = figures.benchmark("SEED", platform)
        assert points["typical"].tolist() == pytest.approx([0.0975, 0.045, 0.024, 0.0175])
        assert points[["low", "high"]].isna().all(axis=None)
        assert points["followers_max"].tolist()[:3] == [1_000, 4_000, 100_000]
        assert pd.isna(points["followers_max"].iloc[3])
        assert set(points["basis"]) == {"not stated"}


def test_modash_bands_become_low_typical_high() -> None:
    rows = figures.benchmark("MODASH", "instagram")
    smallest = rows.iloc[0]
    assert (smallest["followers_min"], smallest["followers_max"]) == (1_000, 5_000)
    assert (smallest["low"], smallest["high"]) == pytest.approx((0.0172, 0.0797))
    # The middle of "average", 3.38 to 4.42 %, on a logarithmic scale: √(3.38 × 4.42) = 3.865.
    assert smallest["typical"] == pytest.approx(0.03865, abs=5e-6)
    assert len(rows) == 7
    assert rows["followers_max"].iloc[:-1].is_monotonic_increasing
    assert set(rows["source_id"]) == {"MODASH_IG"}


def test_tiktok_is_held_against_the_table_by_followers_not_by_views() -> None:
    rows = figures.benchmark("MODASH", "tiktok")
    assert set(rows["source_id"]) == {"MODASH_TT23"}
    assert rows["high"].max() < 0.05  # by views they are 8 to 18 %


def test_playersells_quarters_are_quartiles_and_median() -> None:
    smallest = figures.benchmark("PLAYERSELLS_X", "x").iloc[0]
    found = smallest[["low", "typical", "high"]].tolist()
    assert found == pytest.approx([0.00067, 0.00327, 0.0134])


def test_a_band_without_neighbours_has_no_low_and_no_high() -> None:
    nano = figures.benchmark("PASSO", "instagram").iloc[0]
    assert nano["typical"] == pytest.approx((0.05 * 0.08) ** 0.5)
    assert nano[["low", "high"]].isna().all()


@pytest.mark.parametrize("known", figures.benchmark_sets(), ids=lambda known: known.key)
def test_every_set_says_something_for_the_platforms_it_names(known: figures.BenchmarkSet) -> None:
    named = "instagram" if known.platforms == (figures.ANY_PLATFORM,) else known.platforms[0]
    rows = figures.benchmark(known.key, named)
    assert known.covers(named)
    assert rows["typical"].between(0, 0.2).all()
    assert (rows["low"].fillna(0) <= rows["typical"]).all()
    assert (rows["typical"] <= rows["high"].fillna(1)).all()
    assert rows["tier_label"].is_unique
    assert rows[["definition", "basis", "source_id"]].notna().all(axis=None)


def test_a_set_is_silent_about_other_platforms() -> None:
    modash = next(known for known in figures.benchmark_sets() if known.key == "MODASH")
    assert not modash.covers("x")
    none = figures.benchmark("MODASH", "x")
    assert none.empty
    assert list(none.columns) == list(figures.benchmark("MODASH", "instagram").columns)


def test_the_articles_set_comes_first_and_unknown_sets_are_refused() -> None:
    assert figures.benchmark_sets()[0].key == "SEED"
    with pytest.raises(UnknownName, match="There is no benchmark called “CONTEVO”"):
        figures.benchmark("CONTEVO", "instagram")


def test_spreads_are_read_by_name() -> None:
    assert figures.spread("engagement_between_posts") == 0.48
    with pytest.raises(UnknownName, match="engagement_elasticity"):
        figures.spread("luck")


def test_the_printed_rate_follows_the_rule_of_its_edges() -> None:
    followers = pd.Series([0, 1, 1000, 1001, 4000, 4001, 100_000, 2e6, np.nan])
    seed = figures.printed(followers, figures.benchmark("SEED", "instagram"))
    assert seed.tolist()[1:8] == [0.0975, 0.0975, 0.045, 0.045, 0.024, 0.024, 0.0175]
    assert seed.isna().tolist() == [True, *[False] * 7, True]
    lower = figures.printed(followers, figures.benchmark("MARKERLY", "instagram"))
    assert lower.tolist()[1:5] == [0.08, 0.04, 0.04, 0.04]
    ends = pd.Series([100_000, 100_001, 1e7, 1.1e7])
    gap = figures.printed(ends, figures.benchmark("MARKERLY", "instagram"))
    assert gap.isna().tolist() == [False, True, False, True]  # no line is drawn in the gap
    assert figures.printed(followers, figures.benchmark("L2", "facebook")).isna().all()

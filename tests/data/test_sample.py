"""The sample shop: made by its script, read by the reader everybody's files go through."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from core import figures, metrics, readers, tables
from core.readers.reading import Reading

FOLDER = Path(__file__).resolve().parents[2] / "data" / "sample"
SHOP = json.loads((FOLDER / "shop.json").read_text("utf-8"))
FILES = [entry["file"] for entry in SHOP["files"]]
INSTAGRAM, TIKTOK, VENDOR, HASHTAG, ROSTER = FILES
MARK = "_kq"


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {name: readers.read(name, (FOLDER / name).read_bytes()) for name in FILES}


@pytest.fixture(scope="module")
def everything(readings: dict[str, Reading]) -> dict[str, pd.DataFrame]:
    return tables.join(reading.tables for reading in readings.values())


def followers(reading: Reading) -> pd.DataFrame:
    """Those who follow the shop; whom the shop follows is another list of the same download."""
    follows = reading.tables["follows"]
    return follows[follows["follower"].str.lower() != SHOP["files"][0]["owner"]]


def members(content: bytes) -> list[tuple[str, tuple[int, ...], int, bytes]]:
    """What is in an archive; how tightly it is packed differs from one zlib to the next."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            (one.filename, one.date_time, one.create_system, archive.read(one))
            for one in archive.infolist()
        ]


def test_the_script_makes_the_very_files_that_are_here(tmp_path: Path) -> None:
    script = [sys.executable, "-B", str(FOLDER / "make.py"), str(tmp_path)]
    subprocess.run(script, check=True, capture_output=True, timeout=60)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(made) == sorted([*FILES, "shop.json"])
    for name, content in made.items():
        committed = (FOLDER / name).read_bytes()
        if name.endswith((".zip", ".xlsx")):
            assert members(content) == members(committed), name
        else:
            assert content == committed, name


def test_the_files_stay_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in FILES) < 400_000


def test_the_shop_says_all_that_one_click_fills_in() -> None:
    assert all(isinstance(said, str) and said for said in SHOP["brand"].values())
    assert set(SHOP["brand"]) == {"name", "values", "topics", "deal_breakers"}
    assert (SHOP["budget"], SHOP["currency"]) == (1500, "USD")
    assert SHOP["goal"] in metrics.METRICS
    assert {entry["found_via"] for entry in SHOP["files"]} <= set(tables.FOUND_VIA)


def test_the_vendors_list_shows_two_problems_and_loses_nothing(
    readings: dict[str, Reading],
) -> None:
    reading = readings[VENDOR]
    assert (reading.rows, len(reading.tables["accounts"])) == (40, 39)
    problems = reading.problems.set_index("row")
    assert len(problems) == 2
    without_handle = problems[problems["column"].isna()]
    assert without_handle.index.tolist() == [25]  # the header is row 1
    unreadable = problems[problems["column"].notna()]
    assert unreadable[["column", "value"]].to_numpy().tolist() == [["Avg. likes", "3l2"]]
    accounts = reading.tables["accounts"].set_index("source_row")
    assert pd.isna(accounts.loc[33, "avg_likes"])
    assert accounts.loc[33, "avg_comments"] > 0


def test_the_vendors_numbers_are_read_as_a_person_would(readings: dict[str, Reading]) -> None:
    accounts = readings[VENDOR].tables["accounts"].set_index("handle")
    first = accounts.loc["greta_driftwood_kq"]
    assert first[["platform", "name", "country"]].notna().all()
    assert set(accounts["platform"]) == {"instagram"}
    assert accounts["followers"].min() == 616
    assert accounts["followers"].max() == 140_000
    assert accounts["engagement_rate_claimed"].between(0.001, 0.3).all()
    assert accounts["price"].dropna().between(15, 3_000).all()
    assert 0.1 < accounts["price"].isna().mean() < 0.5
    assert accounts["avg_comments"].isna().sum() == 2
    assert set(readings[VENDOR].tables["accounts"]["currency"].dropna()) == {"USD"}


def test_the_hashtag_search_holds_posts_of_twenty_creators(readings: dict[str, Reading]) -> None:
    reading = readings[HASHTAG]
    posts = reading.tables["posts"]
    assert reading.rows_kept_out == 0
    assert posts.groupby("handle").size().between(12, 18).all()
    assert posts["handle"].nunique() == 20
    assert set(posts["handle"]) <= set(readings[VENDOR].tables["accounts"]["handle"])
    assert set(posts["platform"]) == {"instagram"}
    assert posts["likes"].isna().sum() == 3  # hidden likes are unknown, not -1
    assert posts["likes"].min() >= 0
    assert posts[["posted_at", "caption", "comments", "url", "sponsored"]].notna().all(axis=None)
    assert posts["posted_at"].max() < pd.Timestamp("2026-11-20", tz="UTC")
    assert 0.03 < posts["sponsored"].mean() < 0.25


def test_the_roster_is_found_behind_its_cover_and_title(readings: dict[str, Reading]) -> None:
    accounts = readings[ROSTER].tables["accounts"]
    assert accounts["platform"].value_counts().to_dict() == {
        "tiktok": 5,
        "instagram": 4,
        "youtube": 3,
    }
    assert readings[ROSTER].problems.empty
    assert accounts["price"].isna().sum() == 2
    assert accounts.loc[accounts["platform"] != "instagram", "avg_views"].notna().all()


def test_the_shops_own_followers_are_all_read(readings: dict[str, Reading]) -> None:
    instagram, tiktok = followers(readings[INSTAGRAM]), followers(readings[TIKTOK])
    assert (len(instagram), len(tiktok)) == (1600, 420)
    for follows in (instagram, tiktok):
        assert set(follows["handle"]) == {SHOP["files"][0]["owner"]}
        assert follows["follower"].str.lower().is_unique
        assert follows["followed_at"].notna().all()
    both = set(instagram["follower"]) & set(tiktok["follower"])
    assert len(both) == 118


def test_the_shop_grew_steadily_but_for_two_days_in_june(readings: dict[str, Reading]) -> None:
    days = followers(readings[INSTAGRAM])["followed_at"].dt.floor("D")
    counts = days.value_counts()
    assert [str(day.date()) for day in counts.index[:2]] == ["2026-06-12", "2026-06-13"]
    assert counts.iloc[:2].sum() >= 300
    assert counts.iloc[2:].max() < 10
    steady = days[~days.isin(counts.index[:2])]
    years = steady.dt.year.value_counts().sort_index()
    assert years.index.tolist() == list(range(2019, 2027))
    assert years.is_monotonic_increasing
    weekdays = steady.dt.day_of_week.value_counts()
    assert weekdays.idxmax() == 5  # the Saturday market


def test_some_creators_follow_the_shop_already(readings: dict[str, Reading]) -> None:
    listed = set(readings[VENDOR].tables["accounts"]["handle"])
    assert 6 <= len(listed & set(followers(readings[INSTAGRAM])["follower"])) <= 10


def test_two_creators_are_counted_differently_by_two_sources(
    everything: dict[str, pd.DataFrame],
) -> None:
    now = tables.current(everything["accounts"])
    disputed = now[now["disputed"].str.contains("followers", na=False)]
    assert len(disputed) == 2
    assert set(disputed["platform"]) == {"instagram"}
    rows = everything["accounts"].assign(creator=tables.creator_key)
    counts = rows[rows["creator"].isin(disputed["creator"])].groupby("creator")["followers"]
    assert (counts.max() / counts.min()).between(1.01, 1.05).all()


def test_sizes_and_engagement_spread_over_all_tiers(everything: dict[str, pd.DataFrame]) -> None:
    accounts = everything["accounts"].dropna(subset=["followers", "avg_likes"])
    tiers = figures.tier(accounts["followers"], "article")
    assert (tiers.value_counts() >= 3).all()
    rate = (accounts["avg_likes"] + accounts["avg_comments"].fillna(0)) / accounts["followers"]
    typical = rate.groupby(tiers, observed=True).median()
    assert typical.is_monotonic_decreasing
    assert rate.between(0.001, 0.3).all()
    assert rate.max() / rate.min() > 20


def test_nobody_in_the_sample_is_real(everything: dict[str, pd.DataFrame]) -> None:
    named = [everything[table]["handle"] for table in ("accounts", "posts", "follows")]
    handles = pd.concat([*named, everything["follows"]["follower"]])
    assert handles.str.endswith(MARK).all()
    published = "".join(path.read_text("utf-8") for path in figures.FOLDER.glob("*.csv"))
    assert MARK not in published.lower()
    assert SHOP["brand"]["name"].lower() not in published.lower()

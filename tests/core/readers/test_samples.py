"""Real files of every format, beside the repository: the rows that a look at the file gives,
counted another way.

They are others' work and stay where they are; without them these tests are skipped.
"""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from core.readers import UnreadableFile, numbers, read

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
SAMPLES, DATASETS = SHARED / "samples", SHARED / "datasets"


def entries(path: Path) -> int:
    """People in an Instagram list: the `string_list_data` items of its one list."""
    whole = json.loads(path.read_text("utf-8"))
    people = whole if isinstance(whole, list) else next(iter(whole.values()))
    return sum(len(person["string_list_data"]) for person in people)


def both_lists(path: Path) -> int:
    whole = json.loads(path.read_text("utf-8"))
    return len(whole["followers"]) + len(whole["following"])


def links(path: Path) -> int:
    return len(re.findall(r'href="https://www\.instagram\.com/', path.read_text("utf-8")))


def user_names(path: Path) -> int:
    """Names in TikTok's two lists; a block list beside them holds names too."""
    lists = re.findall(
        r'"(?:FansList|Following)"\s*:\s*\[(.*?)\]', path.read_text("utf-8"), re.DOTALL
    )
    return sum(part.count('"UserName"') for part in lists)


def said(word: str) -> Callable[[Path], int]:
    return lambda path: len(re.findall(word, path.read_text("utf-8")))


def records(path: Path) -> int:
    """Records of a CSV file that are not blank, less the heading."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return sum(any(cell.strip() for cell in record) for record in csv.reader(lines)) - 1


CASES: dict[str, tuple[str, Callable[[Path], int]]] = {
    "instagram_dyi/anonymized_2020_layout/connections.json": (
        "instagram_connections_json",
        both_lists,
    ),
    "instagram_dyi/gerrycuo87/followers_1.json": ("instagram_followers_json", entries),
    "instagram_dyi/gerrycuo87/followers_old.json": ("instagram_followers_json", entries),
    "instagram_dyi/gerrycuo87/following.json": ("instagram_following_json", entries),
    "instagram_dyi/insta-unfollow-analyzer/followers_1.json": ("instagram_followers_json", entries),
    "instagram_dyi/insta-unfollow-analyzer/followers_2.json": ("instagram_followers_json", entries),
    "instagram_dyi/insta-unfollow-analyzer/following.json": ("instagram_following_json", entries),
    "instagram_dyi/redacted_2023_en/followers_and_following/followers.json": (
        "instagram_followers_json",
        entries,
    ),
    "instagram_dyi/redacted_2024_en/connections/followers_and_following/followers_1.json": (
        "instagram_followers_json",
        entries,
    ),
    "instagram_dyi/redacted_2024_en/connections/followers_and_following/following.json": (
        "instagram_following_json",
        entries,
    ),
    "instagram_dyi_html/redacted_2025_en/connections/followers_and_following/followers_1.html": (
        "instagram_followers_html",
        links,
    ),
    "instagram_dyi_html/redacted_2025_en/connections/followers_and_following/following.html": (
        "instagram_following_html",
        links,
    ),
    "instagram_dyi_html/redacted_2025_en_v2/followers_1.html": ("instagram_followers_html", links),
    "tiktok_dyd/json_2024/user_data_tiktok.json": ("tiktok_json", user_names),
    "tiktok_dyd/json_2025/user_data_tiktok (1).json": ("tiktok_json", user_names),
    "tiktok_dyd/txt/Your Activity/Follower.txt": ("tiktok_txt", said(r"(?m)^Username:")),
    "x_archive/dogsheep/account.js": ("x_archive_js", said('"username"')),
    "x_archive/dogsheep/follower.js": ("x_archive_js", said('"accountId"')),
    "x_archive/dogsheep/following.js": ("x_archive_js", said('"accountId"')),
    "x_archive/org_2021/data/account.js": ("x_archive_js", said('"username"|username:')),
    "x_archive/org_2021/data/follower.js": ("x_archive_js", said('"accountId"')),
    "x_archive/org_2021/data/following.js": ("x_archive_js", said('"accountId"')),
    "x_archive/org_2021/data/tweet.js": ("x_archive_js", said('"tweet" :')),
    "x_archive/unfollowtool/data/follower.js": ("x_archive_js", said('"accountId"')),
    "influencer_lists/hypeauditor_style/instagram_2022.csv": ("list_csv", records),
    "influencer_lists/hypeauditor_style/tiktok_sep2022.csv": ("list_csv", records),
    "influencer_lists/kaggle_top_insta/insta.csv": ("list_csv", records),
    "influencer_lists/kaggle_top_insta/top_insta_influencers_data.csv": ("list_csv", records),
    "influencer_lists/srf_labelled/labelled_1000.csv": ("list_csv", records),
    "instaloader_csv/feadev/insta.csv": ("list_csv", records),
    "mastodon_csv/mastodon_official/following_accounts.csv": ("list_csv", records),
    "mastodon_csv/mastodon_official/new-following-imports.txt": ("list_csv", records),
    "mastodon_csv/todb/following_accounts.csv": ("list_csv", records),
    "youtube_takeout/escape-the-algorithm/subscriptions.csv": (
        "youtube_subscriptions_csv",
        records,
    ),
}


def sample(path: str) -> Path:
    if not SAMPLES.exists():
        pytest.skip("shared/samples is not here")
    return SAMPLES / path


@pytest.mark.parametrize("path", CASES)
def test_the_rows_are_those_in_the_file(path: str) -> None:
    kind, count = CASES[path]
    file = sample(path)
    made = read(file.name, file.read_bytes())
    assert made.format == kind
    assert made.rows == count(file)
    main = max((table for table in made.tables.values()), key=len)
    assert len(main) == made.rows_read
    assert made.rows_read + made.rows_kept_out == made.rows


def test_every_sample_is_read_whole_or_refused_in_two_sentences() -> None:
    files = [path for path in sorted(sample("").rglob("*")) if path.is_file()]
    assert len(files) > 130
    for file in files:
        try:
            made = read(file.name, file.read_bytes())
        except UnreadableFile as refused:
            assert file.name in refused.what, file
            assert refused.what.endswith("."), file
            assert refused.do.endswith("."), file
            assert "of a kind we do not know" not in refused.what, file
        else:
            assert made.rows_read + made.rows_kept_out == made.rows, file
            assert made.rows_read > 0, file
            assert made.sentence.endswith("."), file


def test_number_pairs_with_known_answers_are_all_right() -> None:
    file = DATASETS / "parse_pairs" / "dev.csv"
    if not file.exists():
        pytest.skip("shared/datasets is not here")
    pairs = pd.read_csv(file, dtype="str", keep_default_na=False)
    expected = pd.to_numeric(pairs["value"], errors="coerce")
    made = numbers.parse(pairs["text"])
    wrong = pairs[
        ~((made - expected).abs().le(1e-9 * expected.abs()) | (made.isna() & expected.isna()))
    ]
    assert wrong.empty


@pytest.mark.parametrize(
    "year_list",
    ["instagram_sep_2022", "tiktok_sep_2022", "youtube_nov_2022", "instagram_june_2022_june_2022"],
)
def test_lists_agree_with_their_numeric_twins(year_list: str) -> None:
    file = DATASETS / "lists_2022" / f"social_media_influencers_{year_list}.csv"
    if not file.exists():
        pytest.skip("shared/datasets is not here")
    raw = pd.read_csv(file, dtype="str", keep_default_na=False)
    made = read(file.name, file.read_bytes())
    assert made.rows == len(raw)
    accounts = made.tables["accounts"]
    twin = (
        next(
            at
            for at, name in enumerate(raw.columns)
            if re.match(r"\s*(subscribers|followers)", name.casefold())
        )
        + 1
    )
    exact = pd.to_numeric(raw.iloc[:, twin], errors="coerce")
    assert (
        accounts["followers"].tolist()
        == exact.iloc[accounts["source_row"].astype(int) - 2].tolist()
    )

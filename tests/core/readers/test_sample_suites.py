"""Real analytics exports, beside the repository: format, rows, and what a look at them shows.

They are others' work and stay where they are; without them these tests are skipped.
"""

from pathlib import Path

import pytest

from core.readers import Reading, read

SAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "samples"
META, X, TIKTOK, YOUTUBE = (
    "meta_business_suite",
    "x_analytics/kaia",
    "tiktok_studio",
    "youtube_studio",
)

# File, format, rows, rows kept out, measure, and its first three days as the file has them.
DAILY: tuple[tuple[str, str, int, int, str, dict[str, float]], ...] = (
    (
        f"{META}/fts_2026/Follows.csv",
        "meta_business_suite_chart",
        20,
        0,
        "follows",
        {"2026-05-25": 65, "2026-05-26": 64, "2026-05-27": 54},
    ),
    (
        f"{META}/mh4u_2024_uk/Follows.csv",
        "meta_business_suite_chart",
        471,
        0,
        "follows",
        {"2023-07-08": 7, "2023-07-09": 14, "2023-07-10": 12},
    ),
    (
        f"{META}/vintage_2025_bg/Follows.csv",
        "meta_business_suite_chart",
        62,
        0,
        "follows",
        {"2025-10-31": 4, "2025-11-01": 2, "2025-11-02": 3},
    ),
    (
        f"{META}/feadev_2023/Page and profile visits (1).csv",
        "meta_business_suite_chart",
        2140,
        0,
        "visits",
        {"2020-03-29": 0, "2020-03-30": 0, "2020-03-31": 0},
    ),
    (
        f"{META}/insights_importer_2024/visits.csv",
        "meta_business_suite_chart",
        56,
        0,
        "visits",
        {"2024-01-27": 0, "2024-01-28": 0, "2024-01-29": 0},
    ),
    (
        f"{X}/bok-analytics.csv",
        "x_analytics_overview",
        475,
        0,
        "impressions",
        {"2025-09-11": 6878, "2025-09-10": 9422, "2025-09-09": 6077},
    ),
    (
        f"{X}/kaiadevintern_account_overview_analytics.csv",
        "x_analytics_overview",
        271,
        0,
        "engagements",
        {"2025-03-21": 32, "2025-03-20": 85, "2025-03-19": 36},
    ),
    (
        f"{TIKTOK}/vintage_2025/TIKTOK_RAW.csv",
        "tiktok_studio_overview",
        62,
        0,
        "reached_audience",
        {"2025-11-01": 75134, "2025-11-02": 19595, "2025-11-03": 8150},
    ),
    (
        f"{TIKTOK}/vintage_2025/TIKTOK_AUDIENCE_RAW.csv",
        "tiktok_studio_followers",
        62,
        0,
        "new_followers",
        {"2025-10-31": 10, "2025-11-01": 100, "2025-11-02": 26},
    ),
    (
        f"{YOUTUBE}/priyankapatel/Totals.csv",
        "youtube_studio_totals",
        365,
        0,
        "views",
        {"2025-06-13": 1224, "2025-06-14": 147, "2025-06-15": 811},
    ),
    (
        f"{YOUTUBE}/gianmartins_pt_2023/Total.csv",
        "youtube_studio_totals",
        180,
        0,
        "estimated_revenue",
        {"2023-01-01": 116.764, "2023-01-02": 11.611, "2023-01-03": 8.859},
    ),
    (
        f"{YOUTUBE}/violetzq/Subscription status_Chart data.csv",
        "youtube_studio_chart",
        730,
        0,
        "views: Subscribed",
        {"2023-11-28": 27985, "2023-11-29": 25806, "2023-11-30": 32343},
    ),
)
# File, format, rows, rows kept out, and the first three posts: id, likes (null: nan), views.
POSTS: tuple[tuple[str, str, int, int, list[tuple[str, float, float]]], ...] = (
    (
        f"{META}/fts_2026/May-25-2026_Jun-21-2026_1493633672508178.csv",
        "meta_business_suite_content_instagram",
        21,
        0,
        [
            ("17974697564884257", 287, 4993),
            ("18129029371615857", 139, 4079),
            ("18094696763189148", 341, 7460),
        ],
    ),
    (
        f"{META}/mh4u_2024_uk/Dec-12-2023_Mar-06-2024_1032418178499222.csv",
        "meta_business_suite_content_facebook",
        44,
        3,
        [
            ("1142979803545328", 236, -1),
            ("1207431990433442", 48, -1),
            ("1205224217320886", 58, -1),
        ],
    ),
    (
        f"{X}/kaiadevintern_account_analytics_content_2024-12-22_2025-03-22.csv",
        "x_analytics_content",
        173,
        0,
        [
            ("1902622306553184746", 0, 33),
            ("1902621653873594581", 0, 3),
            ("1902620805600833905", 2, 85),
        ],
    ),
    (
        f"{YOUTUBE}/priyankapatel/Table data.csv",
        "youtube_studio_table",
        443,
        1,
        [("UWQNrpakgcA", -1, 30331), ("bCDnDtsTHAk", -1, 5051), ("mx7T928-TGs", -1, 4717)],
    ),
    (
        f"{YOUTUBE}/gianmartins_pt_2023/Dados da tabela.csv",
        "youtube_studio_table",
        498,
        1,
        [("MB8ilXEUvRs", -1, 758264), ("oB1rpOQCr0Y", -1, 480575), ("6s0bWKs_c6w", -1, 460642)],
    ),
)
# File, format, rows, rows kept out, broken cells.
AUDIENCES = (
    (f"{META}/fts_2026/Audience.csv", "meta_business_suite_audience", 8, 0, 0),
    (f"{META}/insights_importer_2024/Audience.csv", "meta_business_suite_audience", 18, 0, 0),
    (f"{META}/mh4u_2024_uk/Audience.csv", "meta_business_suite_audience", 44, 0, 0),
    (f"{META}/vintage_2025_bg/Audience.csv", "meta_business_suite_chart", 71, 0, 13),
    (f"{META}/vintage_2025_bg/Top content formats.csv", "meta_business_suite_audience", 3, 0, 0),
    (f"{YOUTUBE}/feadev_pt/Dados da tabela.csv", "youtube_studio_audience", 5, 0, 0),
    (f"{YOUTUBE}/violetzq/Viewer_Cities.csv", "youtube_studio_audience", 501, 1, 0),
    (f"{YOUTUBE}/violetzq/viewer_age.csv", "youtube_studio_audience", 7, 0, 0),
    (f"{YOUTUBE}/violetzq/Subscription_status.csv", "youtube_studio_audience", 3, 1, 0),
)


def made(path: str, kind: str, rows: int, out: int) -> Reading:
    if not SAMPLES.exists():
        pytest.skip("shared/samples is not here")
    file = SAMPLES / path
    reading = read(file.name, file.read_bytes())
    assert reading.format == kind
    assert (reading.rows, reading.rows_kept_out) == (rows, out)
    assert reading.tables["accounts"].empty
    return reading


@pytest.mark.parametrize(("path", "kind", "rows", "out", "measure", "days"), DAILY)
def test_numbers_a_day(
    path: str, kind: str, rows: int, out: int, measure: str, days: dict[str, float]
) -> None:
    daily = made(path, kind, rows, out).tables["daily"]
    first = daily[daily["measure"] == measure].head(3)
    assert dict(zip(first["day"].dt.strftime("%Y-%m-%d"), first["value"], strict=True)) == days
    assert (daily["day"].dt.hour == 0).all()


@pytest.mark.parametrize(("path", "kind", "rows", "out", "first"), POSTS)
def test_posts(
    path: str, kind: str, rows: int, out: int, first: list[tuple[str, float, float]]
) -> None:
    posts = made(path, kind, rows, out).tables["posts"]
    assert len(posts) == rows - out
    shown = posts.head(3).fillna({"likes": -1, "views": -1})
    assert list(shown[["post_id", "likes", "views"]].itertuples(index=False, name=None)) == first
    assert posts["posted_at"].notna().all()


@pytest.mark.parametrize(("path", "kind", "rows", "out", "broken"), AUDIENCES)
def test_audiences(path: str, kind: str, rows: int, out: int, broken: int) -> None:
    reading = made(path, kind, rows, out)
    assert reading.problems["reason"].str.contains("into a date").sum() == broken
    assert any("they are not kept, and no page shows them" in note for note in reading.notes)

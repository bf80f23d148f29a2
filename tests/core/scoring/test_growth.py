import pandas as pd

from core import tables
from core.locale import Writing
from core.scoring import growth


def follows(handle: str, *times: str | None) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": handle,
            "follower": [f"f{i}" for i in range(len(times))],
            "followed_at": pd.to_datetime(list(times), utc=True, format="ISO8601"),
        }
    )
    return tables.conform(frame, "follows")


def test_months_are_counted_with_the_empty_ones_between() -> None:
    months = growth.monthly(follows("Shop", "2024-01-31 23:59", "2024-01-01", "2024-04-02", None))
    assert months["handle"].unique().tolist() == ["Shop"]
    assert months["month"].dt.strftime("%Y-%m-%d").tolist() == [
        "2024-01-01",
        "2024-02-01",
        "2024-03-01",
        "2024-04-01",
    ]
    assert months["new"].tolist() == [2, 0, 0, 1]


def test_one_account_in_two_spellings_is_one() -> None:
    both = pd.concat([follows("Shop", "2024-01-31"), follows("shop", "2024-02-01")])
    months = growth.monthly(both)
    assert months["handle"].tolist() == ["Shop", "Shop"]
    assert months["new"].tolist() == [1, 1]


def test_weeks_begin_on_monday() -> None:
    weeks = growth.weekly(follows("a", "2026-11-22", "2026-11-23", "2026-11-29"))
    assert weeks["week"].dt.strftime("%a %d").tolist() == ["Mon 16", "Mon 23"]
    assert weeks["new"].tolist() == [1, 2]


def test_the_strongest_month_in_words() -> None:
    writing = Writing()
    months = growth.monthly(follows("a", "2024-01-05", "2024-03-01", "2024-03-02", "2024-03-09"))
    assert growth.finding(months, writing) == (
        "Mar 2024 brought 75% of the 4 followers with a date"
    )
    single = growth.monthly(follows("a", "2024-01-05"))
    assert growth.finding(single, writing) == "1 follower with a date, all from Jan 2024"


def test_lists_without_dates_say_so() -> None:
    months = growth.monthly(follows("a", None))
    assert months.columns.tolist() == ["handle", "month", "new"]
    assert "no follow dates" in growth.finding(months, Writing())
    assert growth.weekly(tables.empty("follows")).empty


def test_a_burst_is_told_with_its_days_its_size_and_a_question() -> None:
    found = pd.DataFrame(
        {
            "start": pd.to_datetime(["2026-06-12"]),
            "end": pd.to_datetime(["2026-06-13"]),
            "extra": [302.4],
            "baseline": [6.0],
            "shape": ["sharp stop"],
        }
    )
    (sentence,) = growth.told(found, Writing())
    assert sentence.startswith("Jun 12, 2026 to Jun 13, 2026: 302 more than the usual 6 a day")
    assert "fake" not in sentence and sentence.endswith("?")


def test_posts_of_the_days_of_a_burst_are_the_owners_or_name_it() -> None:
    found = pd.DataFrame(
        {"start": pd.to_datetime(["2026-06-12"]), "end": pd.to_datetime(["2026-06-13"])}
    )
    posts = tables.conform(
        pd.DataFrame(
            {
                "platform": "instagram",
                "handle": ["Shop", "mia", "mia", "shop", "shop", "ben"],
                "caption": ["own", "tea at @SHOP.", "tea at @shopping", "late", "early", None],
                "posted_at": pd.to_datetime(
                    [
                        "2026-06-10 23:00",
                        "2026-06-13 09:00",
                        "2026-06-12",
                        "2026-06-14",
                        "2026-06-09",
                        "2026-06-12",
                    ],
                    utc=True,
                    format="ISO8601",
                ),
            }
        ),
        "posts",
    )
    then = growth.posts_then(found, posts, "shop")
    assert then["caption"].tolist() == ["tea at @SHOP.", "own"]
    assert then["burst"].tolist() == [0, 0]
    assert growth.posts_then(found.iloc[:0], posts, "shop").empty
    assert growth.posts_then(found, tables.empty("posts"), "shop").empty

"""Who says most about a topic: share, engagement against their own usual, and how recent."""

from collections.abc import Callable

import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.scoring import voices

Table = Callable[..., pd.DataFrame]
NOW = pd.Timestamp("2026-11-25", tz="UTC")
TEA, OTHER = "A calm cup of green tea", "New tyres for the truck"


@pytest.fixture
def said(posts: Table) -> Callable[..., pd.DataFrame]:
    def build(handle: str, captions: list[str], likes: list[float], days: int = 1) -> pd.DataFrame:
        frame = posts(handle, likes, caption=captions)
        names = [f"{handle}{place}" for place in range(len(captions))]
        return frame.assign(posted_at=NOW - pd.Timedelta(days=days), post_id=names)

    return build


def ranked(*parts: pd.DataFrame, topic: str = "tea") -> pd.DataFrame:
    return voices.of_topic(pd.concat(parts), topic, NOW)[0].set_index("handle")


def test_a_larger_share_is_a_stronger_voice_whatever_the_size(said) -> None:
    rows = ranked(
        said("small", [TEA] * 8 + [OTHER] * 2, [10] * 10),
        said("large", [TEA] * 2 + [OTHER] * 8, [90_000] * 10),
        said("none", [OTHER] * 10, [10] * 10),
    )
    assert rows.index.tolist() == ["small", "large"]
    assert rows.loc["small", ["topic_posts", "read_posts"]].tolist() == [8, 10]
    assert (rows["voice_low"] < rows["voice"]).all() and (rows["voice"] < rows["voice_high"]).all()


def test_engagement_against_the_own_usual_and_recency_count(said) -> None:
    rows = ranked(
        said("usual", [TEA] * 3 + [OTHER] * 5, [20] * 8),
        said("loved", [TEA] * 3 + [OTHER] * 5, [60] * 3 + [20] * 5),
        said("past", [TEA] * 3, [20] * 3, days=400),
    )
    assert rows.index.tolist() == ["loved", "usual", "past"]
    assert rows.loc["loved", "topic_lift"] == pytest.approx(61 / 21, abs=0.2)
    assert pd.isna(rows.loc["past", "topic_lift"])


def test_posts_are_there_newest_first_and_a_twin_counts_once(said) -> None:
    rows = said("ann", [TEA, OTHER], [5, 5])
    ranking, found = voices.of_topic(pd.concat([rows, rows]), "tea", NOW)
    assert ranking["topic_posts"].tolist() == [1]
    assert found["caption"].tolist() == [TEA]
    assert "1 of 2 posts" in voices.finding(ranking, "tea", Writing())


def test_a_hashtag_made_of_the_topic_counts_and_one_that_only_looks_so_does_not(said) -> None:
    rows = said("ann", ["Fog in the harbour #harbourtea", "#teacher of the year", "Fog"], [5] * 3)
    _, found = voices.of_topic(rows, "tea", NOW)
    assert found["caption"].tolist() == ["Fog in the harbour #harbourtea"]


def test_odd_posts_are_no_trouble(posts: Table) -> None:
    nothing, _ = voices.of_topic(tables.empty("posts"), "tea", NOW)
    assert nothing.empty
    assert voices.finding(nothing, "tea", Writing()) == "No caption here is about tea"
    hidden = posts("ann", [None, 0], caption=[TEA, "tea"]).assign(posted_at=pd.NaT)
    row = voices.of_topic(tables.conform(hidden, "posts"), "tea", NOW)[0].iloc[0]
    assert 0 < row["voice"] < 1
    assert voices.of_topic(hidden, "?!", NOW)[0].empty

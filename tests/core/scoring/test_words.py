from collections.abc import Callable

import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.scoring import Settings, engagement, finding, score, sentence

Table = Callable[..., pd.DataFrame]
ARTICLE, WRITING = Settings(weights=(("standing", 1.0),)), Writing()


def scored(listed: pd.DataFrame, settings: Settings = ARTICLE) -> pd.DataFrame:
    return score(tables.none() | {"accounts": listed}, settings=settings)


def test_the_engagement_finding_counts_against_the_printed_rate(accounts: Table) -> None:
    # 3,500 followers at 4.4 % lie above the curve there, but not above the printed 4.5 %.
    listed = accounts(
        handle=list("abcd"), followers=[2000, 2000, 3500, 50_000], avg_likes=[91, 89, 154, 9000]
    )
    assert engagement.finding(scored(listed), ARTICLE, WRITING) == (
        "1 of 3 creators with 1,001 to 4,000 followers engage above the 4.5% printed for that tier"
    )


def test_another_set_of_tiers_is_held_against_the_step_of_each_size(accounts: Table) -> None:
    standard = Settings(tier_scheme="standard")
    # 3,500 followers at 4.4 % lie above the curve there, but not above the printed 4.5 %.
    listed = accounts(handle=["a", "b"], followers=[2000, 3500], avg_likes=[91, 154])
    assert engagement.finding(scored(listed, standard), standard, WRITING) == (
        "1 of 2 creators in the tier “Nano (under 10,000)” engage above "
        "what is published for their size"
    )


@pytest.mark.parametrize(
    ("likes", "platform", "words"),
    [
        ([None], "instagram", "The engagement rate of 1 creator is still unknown"),
        ([80], "instagram", "1 of 1 creator with 1,000 or fewer followers engages above the"),
        ([80], "facebook", "no published figure for their platform and size"),
    ],
)
def test_the_engagement_finding_of_one_creator(
    accounts: Table, likes: list[float], platform: str, words: str
) -> None:
    settings = Settings(benchmark="L2") if platform == "facebook" else ARTICLE
    listed = accounts(handle=["a"], followers=[800], avg_likes=likes, platform=platform)
    assert words in engagement.finding(scored(listed, settings), settings, WRITING)


def test_the_ranking_finding_says_who_leads_and_how_clearly(accounts: Table) -> None:
    listed = accounts(handle=["Ada", "bo", "cy"], followers=2000, avg_likes=[300, 280, 5])
    leads = finding(scored(listed), WRITING)
    assert leads == "@Ada leads with 89 points; 1 of the other 2 could be first too"
    clear = accounts(handle=["Ada", "cy"], followers=2000, avg_likes=[300, 5])
    assert finding(scored(clear), WRITING).endswith("clearly ahead of the other one")
    close = accounts(handle=["Ada", "cy"], followers=2000, avg_likes=[300, 299])
    assert finding(scored(close), WRITING).endswith("but the other one could be first as well")


def test_the_ranking_finding_without_evidence(accounts: Table) -> None:
    nothing = scored(accounts(handle=["a", "b"], followers=2000))
    assert finding(nothing, WRITING) == "Not enough is known yet to rank 2 creators"
    one = scored(accounts(handle=["a", "b"], followers=2000, avg_likes=[90, None]))
    assert finding(one, WRITING) == "@a leads with 50 points; nobody else can be ranked yet"


def test_no_creators_are_no_sentence_about_creators() -> None:
    empty = scored(tables.empty("accounts"))
    assert engagement.finding(empty, ARTICLE, WRITING) == "No creators yet"
    assert finding(empty, WRITING) == "No creators yet"


def test_one_creator_in_a_sentence(accounts: Table, posts: Table) -> None:
    found = tables.none() | {
        "accounts": accounts(handle=["a", "b", "c"], followers=[2000, 3000, None]),
        "posts": posts("a", [90, 90]),
    }
    rows = score(found).set_index("handle")
    said = sentence(rows.loc["a"], WRITING)
    assert said.startswith("Engages more than 50% of accounts of its size (")
    assert said.endswith("), from 2 posts")
    assert sentence(rows.loc["b"], WRITING).startswith("3,000 followers; likes and comments")
    assert sentence(rows.loc["c"], WRITING).startswith("Little is known yet")

"""Accounts of one person are joined by hand, shown together, and parted again."""

import pytest

from core import readers
from pages.parts import cached

ROWS = b"""Platform,Handle,Followers,Avg. likes,Bio
instagram,mira.knits,12000,400,wool and tea
tiktok,mira.knits,8000,900,IG: @mira.knits
youtube,somebody_else,5000,100,films
"""
INSTA, TIKTOK, TUBE = "instagram/mira.knits", "tiktok/mira.knits", "youtube/somebody_else"


def button(visit, label: str):
    return next(one for one in visit.button if one.label.replace("\\", "") == label)


def written(visit) -> str:
    return " ".join(str(one.value) for one in visit.markdown).replace("\\", "")


@pytest.fixture
def open_creator(open_page):
    def open_creator(creator: str):
        visit = open_page("home")
        if cached.the_store().uploads().empty:
            cached.the_store().keep(
                readers.read("list.csv", ROWS), name="l.csv", content_sha256="1", size=1
            )
        visit.query_params["creator"] = creator
        return visit.switch_page("pages/creator.py").run()

    return open_creator


def test_a_suggestion_says_why_and_joins_on_a_click(open_creator) -> None:
    visit = open_creator(INSTA)
    assert not visit.exception
    assert "Also on TikTok as @mira.knits?" in written(visit)
    assert "link in bio; same handle: very likely" in written(visit)
    assert cached.creators()["person"].is_unique  # nothing is joined by itself
    button(visit, "Join").click().run()
    assert not visit.exception
    people = cached.creators().set_index("creator")
    assert people.loc[TIKTOK, "person"] == people.loc[INSTA, "person"] == INSTA
    assert people.loc[INSTA, "also_on"] == "TikTok"
    assert "Also on TikTok" not in written(visit)
    button(visit, "Separate").click().run()
    assert cached.creators()["also_on"].isna().all()


def test_a_refused_suggestion_is_gone_and_can_come_back(open_creator) -> None:
    visit = open_creator(TIKTOK)
    button(visit, "Not the same person").click().run()
    assert "Also on Instagram" not in written(visit)
    visit.session_state["person_hand"] = True
    visit.run()
    button(visit, "Undo").click().run()
    assert "Also on Instagram as @mira.knits?" in written(visit)


def test_any_account_here_can_be_joined_by_its_handle(open_creator) -> None:
    visit = open_creator(INSTA)
    visit.session_state["person_hand"] = True
    visit.run()
    search = next(one for one in visit.text_input if one.label == "Their handle elsewhere")
    search.set_value("@nobody").run()
    assert any("No other account" in one.value for one in visit.caption)
    search.set_value("@somebody").run()
    button(visit, "Join YouTube @somebody_else").click().run()
    assert not visit.exception
    assert cached.the_store().people.joined() == ((INSTA, TUBE),)


def test_the_ranking_says_where_else_a_person_is(open_creator) -> None:
    visit = open_creator(INSTA)
    visit.switch_page("pages/creators.py").run()
    assert "also_on" not in visit.dataframe[0].value.columns
    cached.the_store().people.join(INSTA, TIKTOK)
    visit.run()
    shown = visit.dataframe[0].value
    assert sorted(shown["also_on"]) == ["", "Instagram", "TikTok"]


def test_a_join_outlives_the_file_and_is_told_when_the_other_is_away(open_creator) -> None:
    visit = open_creator(INSTA)
    store = cached.the_store()
    store.people.join(INSTA, TIKTOK)
    store.remove(store.uploads()["id"].iloc[0])
    store.keep(
        readers.read("list.csv", b"\n".join(ROWS.splitlines()[:2])),
        name="l.csv",
        content_sha256="2",
        size=1,
    )
    visit.run()
    assert not visit.exception
    assert "TikTok @mira.knits: not brought in at present" in written(visit)

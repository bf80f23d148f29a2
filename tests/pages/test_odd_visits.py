"""Odd links, odd filters, odd data: each page answers with a sentence, never with an error box."""

import pytest
import sqlalchemy
import streamlit as st

from core import readers
from core.store import upgrade
from pages.parts import cached

POSTS_ONLY = b"handle,post url,likes\nana.pours,https://www.instagram.com/p/abc/,12\n"


def put(content: bytes, **told: str) -> None:
    cached.the_store().keep(
        readers.read("list.csv", content),
        name="list.csv",
        content_sha256="1",
        size=len(content),
        **told,
    )


@pytest.mark.parametrize("page", ["creators", "engagement"])
def test_a_filter_that_leaves_nobody_is_no_error(page: str, open_shop) -> None:
    visit = open_shop(page)
    visit.text_input[0].set_value("zzzzzz").run()
    assert not visit.exception


@pytest.mark.parametrize("page", ["creators", "engagement", "budget", "stories", "audiences"])
def test_creators_without_any_rate_are_no_error(page: str, open_page) -> None:
    visit = open_page("home")
    put(POSTS_ONLY)
    visit.switch_page(f"pages/{page}.py").run()
    assert not visit.exception


def test_a_link_with_a_picture_in_it_draws_no_picture(open_shop) -> None:
    visit = open_shop("home")
    visit.query_params["creator"] = "![x](https://example.com/x.png)"
    visit.switch_page("pages/creator.py").run()
    assert "![x]" not in visit.info[0].proto.title


def test_a_database_of_a_newer_version_is_a_sentence_on_the_page(open_page) -> None:
    visit = open_page("home")
    with cached.the_store().engine.begin() as connection:
        connection.execute(sqlalchemy.text("UPDATE alembic_version SET version_num = '9999'"))
    cached.the_store().close()
    st.cache_resource.clear()
    visit.switch_page("pages/creators.py").run()
    assert not visit.exception
    assert "newer" in visit.error[0].proto.title
    address = cached.the_store.__globals__["os"].environ["MICROSCOPE_DATABASE_URL"]
    with sqlalchemy.create_engine(address).begin() as connection:
        newest = upgrade.revisions()[-1]
        connection.execute(sqlalchemy.text(f"UPDATE alembic_version SET version_num = '{newest}'"))


def test_another_rate_card_drops_formats_that_it_does_not_have(open_shop) -> None:
    visit = open_shop("budget")
    visit.session_state["budget_pay"] = True
    visit.run()
    card = next(one for one in visit.selectbox if one.label == "Published rate card")
    card.select("EASYAPPS").run()
    visit.session_state["budget_formats_EASYAPPS"] = ["reel"]
    visit.run()
    card = next(one for one in visit.selectbox if one.label == "Published rate card")
    card.select("IMH_TABLE").run()
    assert not visit.exception
    assert visit.session_state["plan_history"].now.formats is None


def test_the_ribbon_says_when_the_sample_stands_among_ones_own(open_shop) -> None:
    visit = open_shop("creators")
    assert "An invented tea shop, not your own creators." in [one.value for one in visit.markdown]
    reading = readers.read("own.csv", b"platform,handle,followers\ninstagram,mine,5000\n")
    cached.the_store().keep(reading, name="own.csv", content_sha256="1", size=1)
    visit.run()
    told = "An invented tea shop, ranked together with your own creators."
    assert told in [one.value for one in visit.markdown]

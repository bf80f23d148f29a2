"""Looking handles up on the pages: preview, click, progress, what comes in, keys, queue, search."""

import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from core import lookups
from pages.parts import cached
from pages.parts.cached import lookups as asking
from tests.pages import tiles
from tests.standins import server, transport
from tests.standins.server import Running

PASTED = "ana.bsky.social, nobody1.bsky.social, mira@knit.example, tiktok.com/@bo, x.com/kettle"


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """The stand-ins, at the other end of every look-up."""
    with server.running() as running:
        way = transport.way_to(running.port)
        monkeypatch.setattr(asking, "settings", lambda: lookups.Settings(way, pace=1e6))
        yield running


def button(visit: AppTest, start: str):
    return next(one for one in visit.button if one.label.startswith(start))


def written(visit: AppTest) -> str:
    kinds = (visit.markdown, visit.caption, visit.info, visit.error, visit.success)
    return "\n".join(str(one.value) for kind in kinds for one in kind)


def settled() -> None:
    """Waits until nobody works on a look-up any more."""
    deadline = time.monotonic() + 60
    store = cached.the_store()
    while store.lookups.runs()["held_until"].notna().any():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_nothing_is_sent_before_the_click_and_all_is_there_after_it(open_page, network) -> None:
    visit = open_page("bring_in")
    visit.segmented_control[0].set_value("Handles").run()
    visit.text_area[0].set_value(PASTED).run()
    assert not visit.exception
    assert network.calls() == []
    assert any(one.label == "1 cannot be looked up" for one in visit.expander)
    assert "Nothing is sent before your click" in written(visit)
    ready, locked = (table.value for table in visit.dataframe if "calls" in table.value)
    assert ready["network"].tolist() == ["Bluesky", "Mastodon"]
    assert locked["network"].tolist() == ["X"]
    assert _card(visit, "Calls") == f"{ready['calls'].sum()}"
    button(visit, "Look up 3 accounts").click().run()
    settled()
    visit.run()
    assert not visit.exception
    assert _states() == {"found": 2, "not_found": 1, "no_way": 1, "no_token": 1}
    assert any("It waits for you to go on" in str(one.proto.text) for one in visit.get("progress"))
    assert len(cached.the_store().uploads()) == 1
    assert set(cached.creators()["handle"]) == {"ana.bsky.social", "mira@knit.example"}
    assert cached.creators()["score"].notna().all()
    asked = len(network.calls())
    button(visit, "Go on").click().run()
    settled()
    assert len(network.calls()) == asked  # only X waits, and there is no key for it
    visit.run()
    # Who is settled is left out when the same list is pasted again; X and TikTok are not.
    assert any(one.label == "Leave out 3 looked up in the last 24 hours" for one in visit.toggle)
    assert not any(one.label.startswith("Look up") for one in visit.button if not one.disabled)
    assert _card(visit, "Calls") is None
    assert any(one.proto.title == "Nothing can be looked up yet" for one in visit.info)
    store = cached.the_store().lookups
    store.claim(str(store.runs()["id"].iloc[0]), "a process that is gone", -1)
    visit.run()
    assert any("broke off" in one.value for one in visit.toast)
    assert store.runs()["held_until"].isna().all()
    button(visit, "Hide").click().run()
    assert "Look-ups" not in [one.value for one in visit.subheader]


def _card(visit: AppTest, label: str) -> str | None:
    return next((value for name, value, _ in tiles.on(visit) if name == label), None)


def _states() -> dict[str, int]:
    store = cached.the_store()
    rows = store.lookups.rows(str(store.lookups.runs()["id"].iloc[0]))
    return rows["state"].value_counts().to_dict()


def test_names_without_a_network_are_put_on_one_together(open_page, network) -> None:
    visit = open_page("bring_in")
    visit.segmented_control[0].set_value("Handles").run()
    visit.text_area[0].set_value("@ana, @bob").run()
    assert not any(one.label.startswith("Look up") for one in visit.button)
    visit.selectbox(key="typed_network").select("bluesky").run()
    button(visit, "Look up 2 accounts")
    assert network.calls() == []


def test_a_key_is_tested_and_never_shown(open_page, network) -> None:
    visit = open_page("workspace")
    visit.query_params["workspace_tab"] = "Networks"
    visit.run()
    visit.text_input(key="key_youtube").set_value("good-and-secret").run()
    visit.button(key="test_youtube").click().run()
    assert "It works" in written(visit)
    visit.text_input(key="key_x").set_value("stale-and-secret").run()
    visit.button(key="test_x").click().run()
    assert visit.error[0].value.startswith("Paste a new one")
    assert "good-and" not in written(visit) and "stale" not in written(visit)
    assert not visit.exception


def test_a_search_says_what_instagram_does_not_give(open_page, network) -> None:
    visit = open_page("bring_in")
    visit.segmented_control[0].set_value("Search").run()
    visit.text_input(key="search_words").set_value("#tea").run()
    button(visit, "Search")
    visit.segmented_control(key="search_network").set_value("instagram").run()
    assert not visit.exception
    assert network.calls() == []
    assert "posts without the names" in visit.info[0].proto.title

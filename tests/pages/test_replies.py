"""A client's reply on the pages: shown, kept once, and told beside the shortlist."""

from datetime import UTC, datetime

from core.readers.replies import Reply, Said
from pages.parts import cached
from tests.pages.test_every_page import words


def test_what_the_client_said_stands_beside_the_shortlist(open_shop) -> None:
    visit = open_shop("creators")
    one, other = cached.creators()["creator"].head(2)
    store = cached.the_store()
    store.clients.given("f1", "Spring", [one, other])
    store.shortlist_add(other)
    said = (Said(one, "approve", "lovely"), Said(other, "decline", ""))
    store.clients.keep(Reply("f1", "Spring", "Eva", datetime(2026, 3, 2, tzinfo=UTC), said))
    visit.run()
    assert not visit.exception
    assert "What the client said" in [each.value for each in visit.subheader]
    visit.button(key="decisions_add").click().run()
    visit.button(key="decisions_remove").click().run()
    assert store.shortlist() == [one]


def test_nothing_is_said_of_clients_before_one_answers(open_shop) -> None:
    visit = open_shop("creators")
    assert "client said" not in words(visit)

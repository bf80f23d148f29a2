"""Files for clients on the pages: each is made on its click, a reply is kept once and only here."""

from datetime import UTC, datetime

import pytest

from core.exports import client_page
from core.readers.replies import Reply, Said
from pages.parts import cached, leaving, plan
from tests.core.readers.test_replies import REPLY, edited
from tests.pages.test_bring_in import button, drop

STARTS = {
    "html": b"<!doctype",
    "pptx": b"PK",
    "pdf": b"%PDF",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
}


def test_each_kind_of_file_is_made_on_its_click(open_shop, monkeypatch) -> None:
    made = {}

    def kept(dossier, label, ending, make, icon) -> None:
        made[ending] = (dossier, make)

    monkeypatch.setattr(leaving, "_button", kept)
    monkeypatch.setattr(
        client_page, "html", lambda dossier: b"<!doctype" + dossier.finding.encode()
    )
    visit = open_shop("client_file")
    assert not visit.exception
    visit.toggle(key="leaving_names").set_value(True).run()
    visit.toggle(key="leaving_fees").set_value(True).run()
    assert not visit.exception
    for ending in ("html", "csv"):
        dossier, make = made[ending]
        content = make(dossier)
        assert content.startswith(STARTS[ending])
        assert b"_kq" not in content and b"$" not in content
    first = dossier.creators[0].key
    said = Reply(
        dossier.number, "", "", datetime(2026, 3, 2, tzinfo=UTC), (Said(first, "approve", ""),)
    )
    cached.the_store().clients.keep(said)
    told = cached.the_store().clients.decisions()["creator"].tolist()
    assert told == [cached.dossier(plan.question()).creators[0].key]


@pytest.mark.parametrize("known", [True, False])
def test_a_reply_is_kept_only_for_a_file_that_was_made_here(known: bool, open_page) -> None:
    visit = open_page("bring_in")
    store = cached.the_store()
    if known:
        names = [said["creator"] for said in REPLY["decisions"]]
        store.clients.given(REPLY["file"], "Spring", dict(zip(names, names, strict=True)))
    drop(visit, ("reply.json", edited()))
    button(visit, "Keep these answers").click().run()
    assert not visit.exception
    assert len(store.clients.decisions()) == (3 if known else 0)
    assert bool(visit.error) is not known
    assert store.uploads().empty


def test_what_the_client_said_stands_beside_the_shortlist(open_shop) -> None:
    visit = open_shop("creators")
    one, other = cached.creators()["creator"].head(2)
    store = cached.the_store()
    store.clients.given("f1", "Spring", {one: one, other: other})
    store.shortlist_add(other)
    said = (Said(one, "approve", "lovely"), Said(other, "decline", ""))
    store.clients.keep(Reply("f1", "Spring", "Eva", datetime(2026, 3, 2, tzinfo=UTC), said))
    visit.run()
    assert not visit.exception
    assert "What the client said" in [each.value for each in visit.subheader]
    visit.button(key="decisions_add").click().run()
    visit.button(key="decisions_remove").click().run()
    assert store.shortlist() == [one]


def test_a_logo_with_a_script_is_a_sentence_and_changes_nothing(open_page) -> None:
    visit = open_page("workspace")
    script = b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    visit.color_picker[0].set_value("#aa0000")
    visit.file_uploader[0].set_value([("logo.svg", script, "image/svg+xml")])
    saves = [one for one in visit.button if one.label == "Save"]
    saves[1].click().run()
    assert not visit.exception
    assert len(visit.error) == 1
    workspace = cached.the_store().workspace()
    assert (workspace.colour, workspace.logo) == ("", None)

"""A reply counts for the file it answers, once, and for no other."""

from datetime import UTC, datetime

import pandas as pd
import pytest
from alembic import command

import core.store
from core.errors import StoreError
from core.readers.replies import Reply, Said
from core.store import upgrade

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
ANN, BO = "instagram/ann", "tiktok/bo"


def reply(*said: tuple[str, str, str], file: str = "f1", at: datetime = MONDAY) -> Reply:
    """A reply of Eva's."""
    return Reply(file, "Spring", "Eva", at, tuple(Said(*each) for each in said))


@pytest.fixture
def given(store):
    """A store that has given one file about two creators away."""
    store.clients.given("f1", "Spring", {ANN: ANN, "hidden/2": BO})
    return store


def test_the_last_word_on_each_creator_stands(given):
    given.clients.keep(reply((ANN, "decline", ""), ("hidden/2", "", "")))
    given.clients.keep(reply((ANN, "approve", "after all"), ("hidden/2", "", "who?"), at=TUESDAY))
    said = given.clients.decisions().set_index("creator")
    assert said.loc[ANN, ["answer", "comment", "by", "title"]].tolist() == [
        "approve",
        "after all",
        "Eva",
        "Spring",
    ]
    assert said.loc[BO, "comment"] == "who?"
    assert said.loc[ANN, "answered_at"] == pd.Timestamp(TUESDAY)


def test_the_same_reply_twice_is_kept_once(given):
    given.clients.keep(reply((ANN, "approve", "")))
    with pytest.raises(StoreError, match="kept already"):
        given.clients.keep(reply((ANN, "approve", "")))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (reply((ANN, "approve", ""), file="f2"), "not made here"),
        (reply((ANN, "approve", ""), ("instagram/eve", "approve", "")), "not in “Spring”"),
    ],
)
def test_a_reply_to_another_file_changes_nothing(given, wrong, sentence):
    with pytest.raises(StoreError, match=sentence):
        given.clients.keep(wrong)
    assert given.clients.decisions().empty


def test_what_a_client_said_of_the_sample_leaves_with_it(store, accounts):
    store.keep(accounts("ann"), name="s.csv", content_sha256="1", size=1, sample=True)
    store.clients.given("f1", "Spring", {ANN: ANN})
    store.clients.keep(reply((ANN, "approve", "")))
    store.remove_sample()
    assert store.clients.decisions().empty
    with pytest.raises(StoreError, match="not made here"):
        store.clients.keep(reply((ANN, "approve", "")))


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345x", "url(#a)"])
def test_what_is_no_colour_changes_nothing(store, colour):
    store.change_workspace(colour="#aabbcc", logo=b"png")
    with pytest.raises(StoreError, match="no colour"):
        store.change_workspace(colour=colour, logo=b"other")
    assert (store.workspace().colour, store.workspace().logo) == ("#aabbcc", b"png")


def test_a_database_of_the_version_before_keeps_its_rows(store, url):
    store.change_workspace(brand="Tea", colour="#aabbcc", logo=b"png")
    with store.engine.begin() as connection:
        command.downgrade(upgrade.configuration(connection), "0010-1")
    store.close()
    again = core.store.open(url)
    workspace = again.workspace()
    assert (workspace.brand, workspace.colour, workspace.logo) == ("Tea", "", None)
    again.clients.given("f1", "Spring", {ANN: ANN})
    again.close()

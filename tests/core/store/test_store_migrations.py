"""Each migration brings a database with people's rows in it forward, and nothing of it is lost."""

import pytest
from alembic import command
from sqlalchemy import inspect

import core.store
from core.store import upgrade


@pytest.fixture
def store_of(store, url, accounts):
    """`store_of("0001")`: a filled store, taken back to that revision and opened again."""

    def store_of(revision):
        store.keep(accounts("ana"), name="a.csv", content_sha256="1", size=1)
        store.note_add("instagram/ana", "called")
        with store.engine.begin() as connection:
            command.downgrade(upgrade.configuration(connection), revision)
            names = inspect(connection).get_table_names()
        store.close()
        return core.store.open(url), names

    return store_of


def test_mappings_and_people_are_added_to_a_first_database(store_of):
    later, before = store_of("0001")
    assert not {"mapping", "person_pair"} & set(before)
    assert later.uploads()["name"].tolist() == ["a.csv"]
    assert later.notes("instagram/ana")["text"].tolist() == ["called"]
    later.people.join("instagram/ana", "tiktok/ana")
    later.mappings.remember("f", headings=["Wer"], meanings={"Wer": "handle"}, answers={})
    assert len(later.people.joined()) == len(later.mappings.every()) == 1
    later.close()


def test_a_rate_that_was_typed_stays_and_one_to_one_is_none_any_more(store, store_of):
    store.change_workspace(currency="EUR", rates={"EUR": 0.92, "CHF": 0.8})
    later, _ = store_of("0010")
    assert later.workspace().rates == {"EUR": 0.92}
    later.change_workspace(currency="CHF")
    with later.engine.begin() as connection:
        command.downgrade(upgrade.configuration(connection), "0010")
        command.upgrade(upgrade.configuration(connection), "head")
    assert later.workspace().rates == {}
    later.close()

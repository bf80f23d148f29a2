"""The vetting record: answers pile up with their names and times, prompts let pass stay so."""

import pytest
from alembic import command

import core.store
from core.errors import StoreError
from core.store import upgrade

ANN = "instagram/ann"


def test_the_newest_answer_stands_first_and_the_earlier_one_stays(store, noon):
    told = {"suggested": "look", "evidence": " read 12 posts ", "by": "Mia"}
    store.vetting.answer(ANN, "fit", "yes", **told)
    store.vetting.answer("instagram/Ann", "fit", "no", suggested="look")
    store.vetting.answer("tiktok/ben", "fit", "yes")
    answers = store.vetting.answers(ANN)
    assert answers["answer"].tolist() == ["no", "yes"]
    assert answers["evidence"].tolist() == ["", "read 12 posts"]
    assert answers["by"].tolist() == ["", "Mia"]
    assert answers["suggested"].tolist() == ["look", "look"]
    assert answers["answered_at"].tolist() == [noon, noon]


def test_a_prompt_is_let_pass_once_and_can_be_brought_back(store):
    for _ in range(2):
        store.vetting.let_pass("Instagram/ANN", "p1", "content", "quotes a song", by="Mia")
    assert store.vetting.every_passed() == ((ANN, "p1", "content"),)
    (passed_id,) = store.vetting.passed(ANN)["id"]
    assert store.vetting.passed(ANN)["reason"].tolist() == ["quotes a song"]
    store.vetting.look_again(passed_id)
    assert store.vetting.every_passed() == ()


def test_a_prompt_is_not_let_pass_without_a_reason(store):
    with pytest.raises(StoreError, match="only with a reason"):
        store.vetting.let_pass(ANN, "p1", "content", "  ")
    assert store.vetting.passed(ANN).empty


def test_what_was_decided_about_the_sample_leaves_with_it(store, accounts):
    told = {"content_sha256": "1", "size": 1, "sample": True}
    store.keep(accounts("ann"), name="sample.csv", **told)
    store.vetting.answer(ANN, "fit", "yes")
    store.vetting.let_pass(ANN, "p1", "content", "a joke")
    store.remove_sample()
    assert store.vetting.answers(ANN).empty
    assert store.vetting.every_passed() == ()


def test_a_database_of_the_version_before_keeps_its_rows(store, url):
    store.change_workspace(brand="Tea", blocked="spamshop.example")
    store.note_add(ANN, "old")
    with store.engine.begin() as connection:
        command.downgrade(upgrade.configuration(connection), "0008-1")
    store.close()
    again = core.store.open(url)
    assert again.workspace().brand == "Tea"
    assert again.workspace().blocked == ""
    assert again.notes(ANN)["text"].tolist() == ["old"]
    again.vetting.answer(ANN, "fit", "yes")
    again.close()

"""What was said about a file is there for the next of its kind, until somebody forgets it."""

from datetime import timedelta

import core.store

SAID = {"headings": ["Wer", "Fans"], "meanings": {"Wer": "handle"}, "answers": {"network": "x"}}


def test_what_was_said_is_found_by_its_fingerprint_and_listed(store, noon):
    store.mappings.remember("f1", **SAID)
    known = store.mappings.known("f1")
    assert (known.headings, known.meanings, known.answers) == (
        ["Wer", "Fans"],
        {"Wer": "handle"},
        {"network": "x"},
    )
    assert known.set_at.replace(tzinfo=noon.tzinfo) == noon
    assert [each.fingerprint for each in store.mappings.every()] == ["f1"]
    assert store.mappings.known("f2") is None


def test_saying_it_differently_takes_the_place_of_what_was_said(store):
    store.mappings.remember("f1", **SAID)
    store.mappings.remember("f1", **{**SAID, "meanings": {"Wer": "name"}, "answers": {}})
    (only,) = store.mappings.every()
    assert (only.meanings, only.answers) == ({"Wer": "name"}, {})


def test_the_day_stays_that_on_which_it_was_first_said(file, noon):
    days = iter(range(9))
    store = core.store.open(f"sqlite:///{file}", now=lambda: noon + timedelta(days=next(days)))
    for _ in range(2):
        store.mappings.remember("f1", **SAID)
    assert store.mappings.known("f1").set_at.day == noon.day
    store.close()


def test_saying_nothing_keeps_nothing(store):
    store.mappings.remember("f1", headings=["Wer"], meanings={}, answers={})
    assert store.mappings.every() == []


def test_it_can_be_forgotten_and_goes_with_everything(store):
    store.mappings.remember("f1", **SAID)
    store.mappings.forget("f1")
    store.mappings.forget("f1")
    assert store.mappings.known("f1") is None
    store.mappings.remember("f1", **SAID)
    store.erase_everything()
    assert store.mappings.every() == []

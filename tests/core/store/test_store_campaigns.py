"""What campaigns brought, and what-ifs under way."""

import pandas as pd
import pytest

from core.errors import StoreError

LINES = pd.DataFrame({"creator": ["tiktok/ben"], "price": [90.0]}).astype({"creator": "str"})


@pytest.fixture
def plan_id(store):
    return store.plan_save(
        "Spring", budget=100, goal="orders", currency="USD", lines=LINES, cost=90, value=4
    )


def test_what_was_typed_comes_back_and_the_last_word_counts(store, plan_id):
    store.campaigns.settle(plan_id, "tiktok/ben", "orders", 5)
    store.campaigns.settle(plan_id, "tiktok/ben", "orders", 6)
    store.campaigns.settle(plan_id, "tiktok/ben", "fee", 0)
    found = store.campaigns.settled(plan_id).set_index("measure")["value"]
    assert found.to_dict() == {"orders": 6.0, "fee": 0.0}
    assert len(store.campaigns.settled()) == 2


def test_none_takes_it_back(store, plan_id):
    store.campaigns.settle(plan_id, "tiktok/ben", "orders", 5)
    store.campaigns.settle(plan_id, "tiktok/ben", "orders", None)
    assert store.campaigns.settled(plan_id).empty


@pytest.mark.parametrize(
    ("measure", "value"), [("fame", 1), ("orders", -1), ("orders", float("nan"))]
)
def test_what_makes_no_sense_is_refused_and_nothing_changes(store, plan_id, measure, value):
    store.campaigns.settle(plan_id, "tiktok/ben", "orders", 5)
    with pytest.raises(StoreError):
        store.campaigns.settle(plan_id, "tiktok/ben", measure, value)
    assert store.campaigns.settled(plan_id)["value"].tolist() == [5.0]


def test_what_came_goes_with_its_plan(store, plan_id):
    store.campaigns.settle(plan_id, "tiktok/ben", "orders", 5)
    store.plan_remove(plan_id)
    assert store.campaigns.settled().empty
    with pytest.raises(StoreError, match="not here any more"):
        store.campaigns.settle(plan_id, "tiktok/ben", "orders", 5)


def test_the_what_if_in_progress_is_as_it_was_left(store):
    assert store.what_ifs.in_progress() is None
    store.what_ifs.progress({"total": 1500.0, "must": ["tiktok/ben"]})
    store.what_ifs.progress({"total": 2000.0})
    assert store.what_ifs.in_progress() == {"total": 2000.0}
    assert store.what_ifs.named() == {}


def test_three_names_and_no_more(store):
    for name in ("B", " A ", "C"):
        store.what_ifs.keep(name, {"total": 1.0})
    store.what_ifs.keep("A", {"total": 2.0})
    assert store.what_ifs.named() == {"A": {"total": 2.0}, "B": {"total": 1.0}, "C": {"total": 1.0}}
    with pytest.raises(StoreError, match="side by side"):
        store.what_ifs.keep("D", {})
    store.what_ifs.remove("A")
    store.what_ifs.keep("D", {})
    assert list(store.what_ifs.named()) == ["B", "C", "D"]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_what_if_needs_a_name(store, name):
    with pytest.raises(StoreError, match="needs a name"):
        store.what_ifs.keep(name, {})


def test_the_sample_shop_has_what_ifs_of_its_own_and_takes_them_along(store, accounts):
    store.what_ifs.progress({"total": 1.0})
    store.keep(accounts("guest"), name="s.csv", content_sha256="s", size=1, sample=True)
    assert store.what_ifs.in_progress() is None
    store.what_ifs.keep("Guest", {"total": 9.0})
    store.remove_sample()
    assert store.what_ifs.in_progress() == {"total": 1.0}
    assert store.what_ifs.named() == {}


def test_erasing_everything_leaves_neither(store, plan_id):
    store.campaigns.settle(plan_id, "tiktok/ben", "orders", 5)
    store.what_ifs.keep("A", {"total": 2.0})
    store.erase_everything()
    assert store.campaigns.settled().empty
    assert store.what_ifs.named() == {}

"""Workspace, shortlist, notes and plans: ordinary rows that come back as they were given."""

import math

import pandas as pd
import pytest

from core.errors import StoreError, UnknownName


def test_a_new_workspace_has_the_defaults(store):
    workspace = store.workspace()
    assert (workspace.brand, workspace.values, workspace.topics, workspace.deal_breakers) == (
        "",
        "",
        "",
        "",
    )
    assert (workspace.tier_scheme, workspace.benchmark) == ("article", "SEED")
    assert (workspace.currency, workspace.rates, workspace.locale) == ("USD", {}, "en_US")


def test_changes_of_the_workspace_are_kept_and_the_rest_stays(store, noon):
    store.change_workspace(brand=" Bergtee ", values="fair, slow", currency="eur")
    changed = store.change_workspace(rates={"eur": 0.92}, locale="de_CH")
    for workspace in (changed, store.workspace()):
        assert (workspace.brand, workspace.values) == ("Bergtee", "fair, slow")
        assert (workspace.currency, workspace.rates) == ("EUR", {"EUR": 0.92})
        assert workspace.locale == "de_CH"
        assert workspace.updated_at == noon


def test_a_setting_that_does_not_exist_is_refused_with_those_that_do(store):
    with pytest.raises(UnknownName, match=r"called “shade”.*rates"):
        store.change_workspace(brand="Tea", shade="green")
    assert store.workspace().brand == ""


@pytest.mark.parametrize("name", ["kind", "updated_at", "model_config"])
def test_what_the_store_writes_itself_cannot_be_set(store, name):
    with pytest.raises(UnknownName):
        store.change_workspace(**{name: "sample"})


@pytest.mark.parametrize("rate", [0, -1.0, math.nan, math.inf, "0.9", None])
def test_a_rate_is_a_number_above_zero(store, rate):
    with pytest.raises(StoreError, match="exchange rate"):
        store.change_workspace(rates={"EUR": rate})


@pytest.mark.parametrize("currency", ["", "EURO", "€", "12A"])
def test_a_currency_has_three_letters(store, currency):
    with pytest.raises(StoreError, match="currency code"):
        store.change_workspace(currency=currency)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("tier_scheme", "tiny", "no tier scheme called “tiny”.*article"),
        ("benchmark", "", "no benchmark called “”.*SEED"),
        ("locale", "de_AT", "no locale called “de_AT”.*de_CH"),
        ("currency", "ZZZ", "no currency called “ZZZ”.*EUR"),
    ],
)
def test_a_scale_that_does_not_exist_is_refused_with_those_that_do(store, name, value, words):
    with pytest.raises(UnknownName, match=words):
        store.change_workspace(brand="Tea", **{name: value})
    assert store.workspace().brand == ""


def test_a_scale_that_is_known_no_more_falls_back_to_the_default(store):
    store.change_workspace(brand="Tea", locale="de_CH", currency="EUR", rates={"EUR": 0.9})
    with store.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE workspace SET tier_scheme = 'old', benchmark = 'OLD', currency = 'ZZZ'"
        )
    for workspace in (store.workspace(), store.change_workspace(values="fair"), store.workspace()):
        assert (workspace.tier_scheme, workspace.benchmark) == ("article", "SEED")
        assert (workspace.currency, workspace.rates) == ("USD", {"EUR": 0.9})
        assert (workspace.brand, workspace.locale) == ("Tea", "de_CH")


def test_the_shortlist_keeps_its_order_and_each_creator_once(store):
    for creator in ("instagram/zoe", "tiktok/ann", "instagram/Zoe"):
        store.shortlist_add(creator)
    assert store.shortlist() == ["instagram/zoe", "tiktok/ann"]
    store.shortlist_remove("Instagram/ZOE")
    store.shortlist_remove("instagram/nobody")
    assert store.shortlist() == ["tiktok/ann"]


def test_notes_belong_to_one_creator_newest_first(store, noon):
    first = store.note_add("instagram/ann", "asked for a rate card")
    second = store.note_add("instagram/Ann", "answered — 250 € 🍵")
    store.note_add("instagram/ben", "other")
    notes = store.notes("instagram/ann")
    assert notes["id"].tolist() == [second, first]
    assert notes["text"].tolist() == ["answered — 250 € 🍵", "asked for a rate card"]
    assert notes["added_at"].tolist() == [noon, noon]
    store.note_remove(second)
    assert store.notes("instagram/ann")["id"].tolist() == [first]


def test_the_number_of_a_removed_note_is_not_given_again(store):
    first = store.note_add("instagram/ann", "one")
    store.note_remove(first)
    assert store.note_add("instagram/ann", "two") != first


def save(store, name="Spring", **more):
    lines = pd.DataFrame(
        {
            "creator": ["instagram/ann", "tiktok/ben"],
            "price": [0.1 + 0.2, None],
            "pieces": [2, 3],
            "sure": pd.array([True, None], dtype="boolean"),
            "when": pd.to_datetime(["2026-05-01T08:00:00.5Z", None], format="ISO8601").as_unit(
                "us"
            ),
        }
    )
    money = {"budget": 1000, "cost": 900.5, "value": 4000, "value_low": 3000.0, "bound": math.nan}
    plan = store.plan_save(name, goal="reach", currency="EUR", lines=lines, **{**money, **more})
    return plan, lines


def test_a_plan_comes_back_with_its_lines(store, noon):
    plan_id, lines = save(store, settings={"formats": ["reel"], "level": 0.8})
    plan = store.plan(plan_id)
    pd.testing.assert_frame_equal(plan.chosen, lines)
    assert plan.settings == {"formats": ["reel"], "level": 0.8}
    assert (plan.name, plan.goal, plan.currency) == ("Spring", "reach", "EUR")
    assert (plan.budget, plan.cost, plan.value, plan.value_low) == (1000.0, 900.5, 4000.0, 3000.0)
    assert plan.value_high is None
    assert plan.bound is None
    assert plan.made_at == noon


def test_an_empty_plan_keeps_its_columns(store):
    lines = pd.DataFrame(
        {"creator": pd.Series([], dtype="str"), "price": pd.Series([], dtype=float)}
    )
    plan_id = store.plan_save(
        "None", budget=0, goal="reach", currency="EUR", lines=lines, cost=0, value=0
    )
    pd.testing.assert_frame_equal(store.plan(plan_id).chosen, lines)


def test_plans_are_listed_newest_first_and_can_be_removed(store):
    first, _ = save(store)
    second, _ = save(store, "Autumn")
    plans = store.plans()
    assert plans["id"].tolist() == [second, first]
    assert plans["name"].tolist() == ["Autumn", "Spring"]
    assert plans["bound"].isna().all()
    assert not {"lines", "settings"} & set(plans)
    store.plan_remove(first)
    with pytest.raises(StoreError, match="This plan is not here any more"):
        store.plan(first)
    assert store.plans()["id"].tolist() == [second]


def test_weights_are_kept_and_refused_below_zero(store):
    store.change_workspace(weights={"fit": 3, "value": 0.0}, definition="views", saves=True)
    kept = store.workspace()
    assert kept.weights == {"fit": 3.0, "value": 0.0}
    assert (kept.definition, kept.saves) == ("views", True)
    with pytest.raises(StoreError, match="no weight"):
        store.change_workspace(weights={"fit": -1})
    with pytest.raises(UnknownName):
        store.change_workspace(definition="luck")

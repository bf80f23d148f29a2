"""The sample shop leaves with one call, takes its own along, and leaves the rest as it was."""

import pandas as pd


def bring_in(store, read, sha, sample=False):
    return store.keep(read, name=f"{sha}.csv", content_sha256=sha, size=1, sample=sample)


def save_plan(store, name, *creators):
    lines = pd.DataFrame({"creator": pd.Series(creators, dtype="str")})
    store.plan_save(name, budget=1, goal="reach", currency="USD", lines=lines, cost=1, value=1)


def test_own_rows_stay_when_the_sample_leaves(store, accounts):
    bring_in(store, accounts("ann"), "own")
    store.shortlist_add("instagram/ann")
    store.note_add("instagram/ann", "ours")
    save_plan(store, "ours", "instagram/ann")
    bring_in(store, accounts("guest"), "s1", sample=True)
    bring_in(store, accounts("guest2"), "s2", sample=True)
    assert store.has_sample()
    store.shortlist_add("instagram/guest")
    store.note_add("instagram/guest", "theirs")
    save_plan(store, "theirs", "instagram/ann", "instagram/guest")

    store.remove_sample()

    assert not store.has_sample()
    assert store.tables()["accounts"]["handle"].tolist() == ["ann"]
    assert store.shortlist() == ["instagram/ann"]
    assert store.notes("instagram/guest").empty
    assert store.notes("instagram/ann")["text"].tolist() == ["ours"]
    assert store.plans()["name"].tolist() == ["ours"]


def test_words_about_own_creators_stay_even_when_written_meanwhile(store, accounts, reading):
    follows = pd.DataFrame({"platform": ["instagram"], "handle": ["brand"], "follower": ["Fan"]})
    bring_in(store, reading({"follows": follows}), "followers")
    bring_in(store, accounts("Ann"), "own")
    bring_in(store, accounts("guest"), "s1", sample=True)
    for creator in ("instagram/ann", "instagram/fan", "instagram/guest"):
        store.shortlist_add(creator)
        store.note_add(creator, "seen")
    store.remove_sample()
    assert store.shortlist() == ["instagram/ann", "instagram/fan"]
    assert len(store.notes("instagram/ann")) == 1
    assert store.notes("instagram/guest").empty


def test_the_workspace_is_the_guests_while_it_is_here_and_ours_afterwards(store, accounts):
    ours = store.change_workspace(brand="Ours", deal_breakers="alcohol", locale="de_CH")
    bring_in(store, accounts("guest"), "s1", sample=True)
    guest = store.workspace()
    assert (guest.brand, guest.deal_breakers, guest.locale) == ("", "", "de_CH")
    store.change_workspace(brand="Sample shop")
    bring_in(store, accounts("guest2"), "s2", sample=True)
    assert store.workspace().brand == "Sample shop"
    store.remove_sample()
    assert store.workspace() == ours


def test_a_plan_without_a_guest_stays_although_it_was_made_meanwhile(store, accounts, reading):
    follows = pd.DataFrame({"platform": ["instagram"], "handle": ["brand"], "follower": ["Fan"]})
    bring_in(store, reading({"follows": follows}), "followers")
    bring_in(store, accounts("Ann"), "own")
    bring_in(store, accounts("guest", "ann"), "s1", sample=True)
    save_plan(store, "of our own", "instagram/ann", "instagram/fan")
    save_plan(store, "of nobody known", "instagram/typed")
    save_plan(store, "of nobody")
    save_plan(store, "with a guest", "instagram/ann", "instagram/Guest")
    store.remove_sample()
    assert store.plans()["name"].tolist() == ["of nobody", "of nobody known", "of our own"]


def test_how_the_reader_reads_numbers_stays_when_the_sample_leaves(store, accounts):
    store.change_workspace(brand="Ours", locale="de_CH")
    bring_in(store, accounts("guest"), "s1", sample=True)
    store.change_workspace(brand="Sample shop", currency="CHF", rates={"CHF": 0.8})
    store.change_workspace(locale="fr_FR", tier_scheme="standard", benchmark="MODASH")
    store.remove_sample()
    left = store.workspace()
    assert (left.kind, left.brand) == ("own", "Ours")
    assert (left.currency, left.rates, left.locale) == ("CHF", {"CHF": 0.8}, "fr_FR")
    assert (left.tier_scheme, left.benchmark) == ("standard", "MODASH")


def test_they_stay_too_where_no_workspace_was_kept_before(store, accounts):
    upload = bring_in(store, accounts("guest"), "s1", sample=True)
    store.change_workspace(brand="Sample shop", currency="EUR")
    store.remove(upload)
    assert (store.workspace().brand, store.workspace().currency) == ("", "EUR")


def test_a_second_visit_starts_afresh(store, accounts):
    bring_in(store, accounts("guest"), "s1", sample=True)
    store.change_workspace(brand="Changed")
    store.remove_sample()
    bring_in(store, accounts("guest"), "s1", sample=True)
    assert store.workspace().brand == ""


def test_removing_the_last_sample_file_by_hand_ends_the_visit(store, accounts):
    first = bring_in(store, accounts("guest"), "s1", sample=True)
    second = bring_in(store, accounts("guest2"), "s2", sample=True)
    store.change_workspace(brand="Sample shop")
    store.note_add("instagram/guest", "theirs")
    store.remove(first)
    assert store.workspace().brand == "Sample shop"
    store.remove(second)
    assert store.workspace().brand == ""
    assert store.notes("instagram/guest").empty


def test_without_a_sample_nothing_leaves(store, accounts):
    bring_in(store, accounts("ann"), "own")
    store.note_add("instagram/ann", "ours")
    store.remove_sample()
    assert len(store.uploads()) == len(store.notes("instagram/ann")) == 1

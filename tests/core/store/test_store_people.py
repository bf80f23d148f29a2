"""Accounts are joined and parted by hand; that outlives the files they came in."""

import pytest

from core.store.opening import open as open_store

INSTA, TIKTOK, TUBE = "instagram/ana", "tiktok/ana.pours", "youtube/anapours"


def test_two_accounts_are_joined_whatever_their_order_and_letters(store):
    store.people.join("TikTok/Ana.Pours", INSTA)
    store.people.join(INSTA, TIKTOK)
    assert store.people.joined() == ((INSTA, TIKTOK),)
    assert store.people.refused() == ()


def test_a_refusal_is_kept_apart_and_undone(store):
    store.people.refuse(INSTA, TIKTOK)
    assert store.people.joined() == ()
    assert store.people.refused() == ((INSTA, TIKTOK),)
    store.people.undo(TIKTOK, INSTA)
    assert store.people.refused() == ()


def test_the_newest_decision_counts(store):
    store.people.refuse(INSTA, TIKTOK)
    store.people.join(INSTA, TIKTOK)
    assert (store.people.joined(), store.people.refused()) == (((INSTA, TIKTOK),), ())
    store.people.refuse(INSTA, TIKTOK)
    assert (store.people.joined(), store.people.refused()) == ((), ((INSTA, TIKTOK),))


def test_joining_by_way_of_a_third_takes_a_refusal_back(store):
    store.people.refuse(INSTA, TUBE)
    store.people.join(INSTA, TIKTOK)
    store.people.join(TIKTOK, TUBE)
    assert store.people.refused() == ()


@pytest.mark.parametrize("leaver", [INSTA, TIKTOK, TUBE])
def test_one_leaves_and_the_others_stay_together(store, leaver):
    store.people.join(INSTA, TIKTOK)
    store.people.join(INSTA, TUBE)
    store.people.separate(leaver)
    left = sorted({INSTA, TIKTOK, TUBE} - {leaver})
    assert store.people.joined() == (tuple(left),)


def test_an_account_is_never_joined_with_itself(store):
    store.people.join(INSTA, INSTA.upper())
    assert store.people.joined() == ()


def test_a_join_outlives_the_file_and_opening_again(store, url, accounts):
    upload = store.keep(accounts("ana"), name="a.csv", content_sha256="1", size=1)
    store.people.join(INSTA, TIKTOK)
    store.remove(upload)
    store.close()
    again = open_store(url)
    assert again.people.joined() == ((INSTA, TIKTOK),)
    again.erase_everything()
    assert again.people.joined() == ()
    again.close()


def test_what_was_said_about_the_sample_shop_leaves_with_it(store, accounts):
    store.keep(accounts("ana", "bea"), name="s.csv", content_sha256="s", size=1, sample=True)
    store.keep(accounts("bea", "cleo"), name="o.csv", content_sha256="o", size=1)
    store.people.join("instagram/ana", "instagram/bea")
    store.people.join("instagram/bea", "instagram/cleo")
    store.remove_sample()
    assert store.people.joined() == (("instagram/bea", "instagram/cleo"),)

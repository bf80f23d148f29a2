import pandas as pd
import pytest

from core import tables
from core.budget import settled
from core.prices import Exchange

SINCE = pd.Timestamp("2026-09-01", tz="UTC")
ADA, BEN = "instagram/ada", "tiktok/ben"


def deals(*rows):
    columns = ["platform", "handle", "agreed_at", "fee", "currency", "orders", "revenue", "clicks"]
    frame = pd.DataFrame(rows, columns=columns)
    return tables.conform(frame.assign(agreed_at=pd.to_datetime(frame["agreed_at"])), "deals")


def posts(*rows):
    columns = ["platform", "handle", "post_id", "posted_at", "likes", "comments", "views"]
    frame = pd.DataFrame(rows, columns=[*columns, "sponsored"])
    return tables.conform(frame.assign(posted_at=pd.to_datetime(frame["posted_at"])), "posts")


PAID = ("instagram", "Ada", "2026-09-10", 100.0, "USD", 4.0, 200.0, 40.0)
POST = ("instagram", "ada", "p1", "2026-09-12", 90.0, 10.0, 2000.0, True)


def found(paid, seen=()):
    return {"deals": deals(*paid), "posts": posts(*seen)}


def test_an_extra_post_and_an_extra_sale_do_not_multiply_money():
    sale = ("instagram", "ada", "2026-09-20", None, "USD", 1.0, 50.0, None)
    more = ("instagram", "ada", "p2", "2026-09-14", 45.0, 5.0, 1000.0, True)
    row = settled.happened(found([PAID, sale], [POST, more]), [ADA], SINCE).iloc[0]
    assert (row["fee"], row["orders"], row["revenue"]) == (100.0, 5.0, 250.0)
    assert (row["engagements"], row["people_reached"]) == (150.0, 3000.0)


def test_a_post_of_the_day_counts_where_only_the_day_is_known():
    kept = pd.Timestamp("2026-09-12 18:00", tz="UTC")
    before = (*POST[:2], "p2", "2026-09-12 09:30", *POST[4:])
    day = (*POST[:3], "2026-09-12 00:00", *POST[4:])
    row = settled.happened(found([], [day, before]), [ADA], kept).iloc[0]
    assert row["engagements"] == 100.0


def test_payouts_by_the_order_do_not_count_its_orders_again():
    sale = ("instagram", "ada", "2026-09-20", None, "USD", 3.0, 50.0, None)
    payout = ("instagram", "ada", "2026-09-30", 60.0, "USD", 3.0, None, None)
    alone = ("tiktok", "ben", "2026-09-30", 60.0, "USD", 3.0, None, None)
    rows = settled.happened(found([sale, payout, alone]), [ADA, BEN], SINCE)
    assert rows[["orders", "fee"]].to_numpy().tolist() == [[3.0, 60.0], [3.0, 60.0]]


def test_the_same_post_from_two_files_counts_once():
    row = settled.happened(found([PAID], [POST, POST]), [ADA], SINCE).iloc[0]
    assert row["engagements"] == 100.0


def test_nobody_says_is_unknown_and_not_zero():
    rows = settled.happened(found([PAID]), [ADA, BEN], SINCE).set_index("creator")
    assert rows.loc[BEN].isna().all()
    assert pd.isna(rows.loc[ADA, "engagements"])


@pytest.mark.parametrize(
    ("day", "counted"),
    [("2026-08-31", False), ("2026-09-01", True), ("2026-09-30", True), ("2026-10-01", False)],
)
def test_only_what_lies_in_the_campaign_counts(day, counted):
    deal = ("instagram", "ada", day, 100.0, "USD", 4.0, None, None)
    until = pd.Timestamp("2026-09-30", tz="UTC")
    row = settled.happened(found([deal]), [ADA], SINCE, until).iloc[0]
    assert pd.notna(row["orders"]) == counted


def test_a_post_that_nobody_marked_as_paid_is_not_the_campaign():
    usual = (*POST[:-1], None)
    row = settled.happened(found([], [usual]), [ADA], SINCE).iloc[0]
    assert pd.isna(row["engagements"])


def test_the_brands_own_record_goes_before_what_posts_show():
    told = deals(PAID).assign(engagements=130.0)
    row = settled.happened({"deals": told, "posts": posts(POST)}, [ADA], SINCE).iloc[0]
    assert row["engagements"] == 130.0


def test_money_in_another_currency_is_turned_or_unknown_and_named():
    euros = ("instagram", "ada", "2026-09-11", 90.0, "eur", None, None, None)
    came = found([PAID, euros])
    told = Exchange("USD", (("EUR", 0.9),))
    assert settled.unread(came, [ADA], SINCE) == ("EUR",)
    assert settled.unread(came, [ADA], SINCE, exchange=told) == ()
    row = settled.happened(came, [ADA], SINCE).iloc[0]
    assert pd.isna(row["fee"])
    assert row["orders"] == 4.0
    row = settled.happened(came, [ADA], SINCE, exchange=told).iloc[0]
    assert (row["fee"], row["revenue"]) == (pytest.approx(200.0), 200.0)


def test_a_deal_of_the_day_on_which_a_plan_was_kept_counts():
    kept = pd.Timestamp("2026-09-10 16:20", tz="UTC")
    assert settled.happened(found([PAID]), [ADA], kept).iloc[0]["orders"] == 4.0

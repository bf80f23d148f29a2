import numpy as np
import pandas as pd
import pytest

from core import tables


def account(**known: object) -> dict[str, object]:
    return {"platform": "instagram", "handle": "mara_kq", **known}


def accounts(*rows: dict[str, object]) -> pd.DataFrame:
    return tables.conform(pd.DataFrame(list(rows)), "accounts")


def only(frame: pd.DataFrame) -> pd.Series:
    assert len(frame) == 1
    return frame.iloc[0]


@pytest.mark.parametrize("name", tables.NAMES)
def test_an_empty_table_has_every_column_typed(name: str) -> None:
    frame = tables.empty(name)
    assert len(frame) == 0
    assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == dict(
        tables.COLUMNS[name]
    )


def test_no_tables_are_all_tables_empty() -> None:
    assert list(tables.none()) == list(tables.NAMES)
    assert all(frame.empty for frame in tables.none().values())


def test_conform_fills_absent_columns_with_null_and_orders_the_rest() -> None:
    raw = pd.DataFrame({"followers": [1200], "handle": ["mara_kq"]}, index=[7])
    row = only(tables.conform(raw, "accounts"))
    assert list(row.index) == list(tables.COLUMNS["accounts"])
    assert row["followers"] == 1200.0
    assert row.drop(["followers", "handle"]).isna().all()


def test_conform_types_what_it_is_given_and_leaves_the_argument_alone() -> None:
    raw = pd.DataFrame(
        {
            "handle": ["a_kq", None],
            "likes": [3, 4],
            "sponsored": [True, None],
            "posted_at": ["2026-11-20T10:00:00+01:00", None],
            "source_row": [2, None],
        }
    )
    before = raw.copy(deep=True)
    posts = tables.conform(raw, "posts")
    assert {column: str(dtype) for column, dtype in posts.dtypes.items()} == dict(
        tables.COLUMNS["posts"]
    )
    assert posts["posted_at"].iloc[0] == pd.Timestamp("2026-11-20T09:00:00Z")
    assert posts[["handle", "sponsored", "posted_at", "source_row"]].iloc[1].isna().all()
    pd.testing.assert_frame_equal(raw, before)


def test_conform_names_the_column_that_a_table_does_not_have() -> None:
    with pytest.raises(ValueError, match="follower_count"):
        tables.conform(pd.DataFrame({"follower_count": [1]}), "accounts")


def test_join_keeps_every_row_and_every_table() -> None:
    one = {**tables.none(), "accounts": accounts(account(followers=10))}
    two = {"accounts": accounts(account(followers=20), account(handle="tilda_kq"))}
    joined = tables.join([one, two, tables.none()])
    assert list(joined) == list(tables.NAMES)
    assert joined["accounts"]["followers"].tolist()[:2] == [10.0, 20.0]
    assert len(joined["accounts"]) == 3
    assert joined["accounts"].index.tolist() == [0, 1, 2]
    assert joined["posts"].dtypes.equals(tables.empty("posts").dtypes)


def test_join_of_nothing_is_all_tables_empty() -> None:
    assert all(frame.empty for frame in tables.join([]).values())


def test_the_key_of_a_creator_ignores_the_case_of_the_handle() -> None:
    frame = pd.DataFrame(
        {"platform": ["x", None, "x"], "handle": ["Mara_KQ", "mara_kq", None]}, dtype="str"
    )
    keys = tables.creator_key(frame)
    assert keys.iloc[:2].tolist() == ["x/mara_kq", "unknown/mara_kq"]
    assert pd.isna(keys.iloc[2])


def test_current_takes_the_newest_known_value_of_each_column() -> None:
    seen = accounts(
        account(seen_at="2026-11-20", followers=1100, bio=None, country="Ireland"),
        account(seen_at="2026-10-01", followers=1000, bio="Tea notes", country="Denmark"),
    )
    row = only(tables.current(seen))
    assert (row["followers"], row["bio"], row["country"]) == (1100.0, "Tea notes", "Ireland")
    assert row["sources"] == 2


def test_current_holds_a_row_without_a_date_for_the_oldest() -> None:
    seen = accounts(
        account(seen_at="2020-01-01", followers=900), account(seen_at=None, followers=5000)
    )
    assert only(tables.current(seen))["followers"] == 900.0


def test_the_currency_is_that_of_the_price() -> None:
    seen = accounts(
        account(seen_at="2024-05-01", price=9000, currency="JPY"),
        account(seen_at="2026-11-01", price=60, currency=None),
        account(seen_at="2026-11-02", price=None, currency="EUR"),
        account(handle="tilda_kq", seen_at="2026-11-01", price=80, currency="CHF"),
        account(handle="tilda_kq", seen_at="2026-11-02", price=None, currency=None),
        account(handle="oskar_kq", currency="EUR"),
    )
    now = tables.current(seen).set_index("handle")
    assert now.loc[["mara_kq", "tilda_kq"], "price"].tolist() == [60.0, 80.0]
    assert pd.isna(now.loc["mara_kq", "currency"])
    assert now.loc["tilda_kq", "currency"] == "CHF"
    assert now.loc["oskar_kq", "currency"] == "EUR"


def test_current_says_on_which_columns_the_sources_differ() -> None:
    seen = accounts(
        account(seen_at="2026-11-01", name="Mara", followers=1000, posts=80),
        account(seen_at="2026-11-02", name="Mara D.", followers=1023, posts=80, following=None),
        account(handle="tilda_kq", followers=10),
        account(handle="tilda_kq", followers=10),
        account(handle="oskar_kq", followers=7),
    )
    disputed = tables.current(seen).set_index("creator")["disputed"]
    assert disputed["instagram/mara_kq"] == "name, followers"
    assert disputed[["instagram/tilda_kq", "instagram/oskar_kq"]].isna().all()


def test_a_missing_value_is_no_disagreement() -> None:
    seen = accounts(account(followers=1000), account(followers=None, avg_likes=12))
    row = only(tables.current(seen))
    assert pd.isna(row["disputed"])
    assert (row["followers"], row["avg_likes"]) == (1000.0, 12.0)


def test_current_keeps_every_way_in_which_a_creator_was_found_once() -> None:
    seen = accounts(
        account(seen_at="2026-11-01", found_via="vendor list"),
        account(seen_at="2026-11-02", found_via="agency"),
        account(seen_at="2026-11-03", found_via="vendor list"),
        account(handle="tilda_kq", found_via="group"),
        account(handle="oskar_kq", found_via=None),
    )
    ways = tables.current(seen).set_index("creator")["found_via"]
    assert ways["instagram/mara_kq"] == "vendor list, agency"
    assert ways["instagram/tilda_kq"] == "group"
    assert pd.isna(ways["instagram/oskar_kq"])


def test_handles_are_one_account_whatever_their_case_but_not_across_platforms() -> None:
    seen = accounts(
        account(handle="Mara_KQ"), account(handle="mara_kq"), account(platform="tiktok")
    )
    found = tables.current(seen).set_index("creator")["sources"].to_dict()
    assert found == {"instagram/mara_kq": 2, "tiktok/mara_kq": 1}


def test_a_row_without_a_handle_is_no_creator() -> None:
    assert tables.current(accounts(account(handle=None, followers=12))).empty


def test_current_of_nothing_has_all_its_columns() -> None:
    none = tables.current(tables.empty("accounts"))
    assert none.empty
    assert {"creator", "sources", "disputed", *tables.COLUMNS["accounts"]} == set(none.columns)


def test_current_leaves_its_argument_alone() -> None:
    seen = accounts(account(followers=1), account(followers=2))
    before = seen.copy(deep=True)
    tables.current(seen)
    pd.testing.assert_frame_equal(seen, before)


def test_who_asks_a_price_later_gets_more_than_the_product() -> None:
    gift = account(gift_only=True, seen_at="2026-01-01")
    asks = account(price=90.0, seen_at="2026-03-01")
    assert only(tables.current(accounts(gift)))["gift_only"]
    assert not only(tables.current(accounts(gift, asks)))["gift_only"]
    later = {**gift, "seen_at": "2026-05-01"}
    assert only(tables.current(accounts(asks, later)))["gift_only"]


def test_the_newest_of_twenty_thousand_rows_counts_and_every_way_they_were_found() -> None:
    count = 20_000
    numbers = np.arange(count)
    seen = tables.conform(
        pd.DataFrame(
            {
                "platform": "instagram",
                "handle": [f"creator{number}_kq" for number in numbers % (count // 2)],
                "followers": numbers.astype(float),
                "found_via": np.where(numbers < count // 2, "vendor list", "agency"),
            }
        ),
        "accounts",
    )
    now = tables.current(seen)
    assert len(now) == count // 2
    assert now["followers"].tolist() == numbers[count // 2 :].tolist()
    assert set(now["found_via"]) == {"vendor list, agency"}
    assert set(now["disputed"]) == {"followers"}


def test_a_follower_list_leaves_out_whom_its_owner_follows() -> None:
    follows = tables.conform(
        pd.DataFrame(
            {
                "platform": ["instagram"] * 4,
                "handle": ["Shop", "shop", "baker", None],
                "follower": ["ana", "bob", "SHOP", "cleo"],
                "upload_id": ["u1", "u1", "u1", "u2"],
            }
        ),
        "follows",
    )
    lists = tables.follower_lists(follows, {"u1": "shop", "u2": None})
    assert lists["follower"].tolist() == ["ana", "bob", "cleo"]
    assert lists["list"].tolist() == [
        "shop (Instagram)",
        "shop (Instagram)",
        "unnamed (Instagram)",
    ]


def test_lists_without_a_name_are_told_apart_by_their_upload() -> None:
    follows = pd.DataFrame(
        {
            "platform": ["instagram", "instagram", "instagram", "tiktok", None, None],
            "handle": [None, None, None, None, None, "Shop"],
            "follower": ["ana", "bob", "ana", "cleo", "dee", "eva"],
            "upload_id": ["u2", "u1", "u2", "u1", "u3", "u4"],
        }
    )
    owners = dict.fromkeys(["u1", "u2", "u3", "u4"])
    lists = tables.follower_lists(tables.conform(follows, "follows"), owners)
    assert lists["list"].tolist() == [
        "unnamed 1 (Instagram)",
        "unnamed 2 (Instagram)",
        "unnamed 1 (Instagram)",
        "unnamed (TikTok)",
        "unnamed (unknown network)",
        "shop (unknown network)",
    ]


def test_followings_without_an_owner_are_no_follower_list() -> None:
    follows = pd.DataFrame({"platform": ["tiktok"], "handle": ["baker"], "upload_id": ["u1"]})
    assert tables.follower_lists(tables.conform(follows, "follows"), {"u1": None}).empty


def test_an_empty_table_is_not_changed_for_others_by_who_changes_theirs() -> None:
    mine = tables.empty("follows")
    mine["handle"] = "mira"
    mine.loc[0, "platform"] = "x"
    assert tables.empty("follows").shape == (0, len(tables.COLUMNS["follows"]))


def test_times_that_nobody_knows_take_no_room_and_can_be_filled_in() -> None:
    rows = pd.RangeIndex(1_000_000)
    unknown = tables.absent(rows, tables.TIME)
    assert unknown.isna().all()
    assert not unknown.to_numpy("datetime64[us]", copy=False).strides[0]
    day = pd.Timestamp("2026-11-30", tz="UTC")
    assert unknown.fillna(day).eq(day).all()
    assert unknown.isna().all()

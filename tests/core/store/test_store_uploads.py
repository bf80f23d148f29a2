"""What goes in comes out: every table, type and null; once, whole, and removable."""

import sqlite3

import pandas as pd
import pytest
from sqlalchemy import event

import core.store
from core import budget, tables
from core.errors import AlreadyHere, StoreError
from core.store import frames

MARCH = "2024-03-05T10:11:12.123456Z"

FULL = {
    "accounts": {
        "platform": ["instagram", None],
        "handle": ["Léna.K", "bob"],
        "bio": ["tea 🍵\nand bread", None],
        "followers": [1200.0, None],
        "verified": [True, None],
        "private": [False, None],
        "engagement_rate_claimed": [0.1 + 0.2, None],
        "found_via": [None, "agency"],
        "seen_at": [None, MARCH],
        "source_row": [7, None],
    },
    "posts": {
        "platform": ["tiktok"],
        "handle": ["lena"],
        "post_id": ["0017"],
        "posted_at": [MARCH],
        "likes": [0.0],
        "sponsored": [None],
    },
    "comments": {"handle": ["lena", None], "text": ["=1+1", None], "commented_at": [None, MARCH]},
    "follows": {
        "platform": ["instagram", "instagram"],
        "follower": ["ann", None],
        "handle": [None, "ben"],
        "followed_at": [MARCH, None],
    },
    "daily": {"day": [MARCH, None], "measure": ["views", None], "value": [1.5, None]},
    "deals": {"handle": ["lena"], "fee": [250.0], "currency": ["EUR"], "count": [None]},
}


@pytest.fixture
def full(reading):
    read = {name: tables.conform(pd.DataFrame(rows), name) for name, rows in FULL.items()}
    problems = pd.DataFrame(
        {"file": ["a.csv", "a.csv"], "row": [3, None], "column": ["likes", None], "value": [3, "x"]}
    )
    return reading(read, problems.assign(reason="no number"), rows=9, rows_kept_out=2)


def bring_in(store, read, name="list.csv", sha="a1", **more):
    return store.keep(read, name=name, content_sha256=sha, size=10, **more)


@pytest.mark.parametrize("name", tables.NAMES)
def test_a_table_comes_back_with_its_types_and_nulls(store, full, noon, name):
    upload = bring_in(store, full)
    expected = full.tables[name].assign(upload_id=pd.Series(upload, index=full.tables[name].index))
    if "seen_at" in expected:
        expected["seen_at"] = expected["seen_at"].fillna(noon)
    for got in (store.tables()[name], store.tables(upload)[name]):
        pd.testing.assert_frame_equal(got, expected)
        assert got.dtypes.astype(str).to_dict() == tables.COLUMNS[name]


def test_accounts_kept_before_gifts_were_read_say_nothing_about_gifts(full, file):
    store = core.store.open(f"sqlite:///{file}")
    bring_in(store, full)
    store.close()
    with sqlite3.connect(file) as database:
        found = "FROM upload_table WHERE name = 'accounts'"
        (kept,) = database.execute(f"SELECT parquet {found}").fetchone()
        old = frames.to_parquet(frames.from_parquet(kept).drop(columns="gift_only"))
        database.execute("UPDATE upload_table SET parquet = ? WHERE name = 'accounts'", [old])
    again = core.store.open(f"sqlite:///{file}")
    accounts = again.tables()["accounts"]
    again.close()
    assert accounts["gift_only"].isna().all()
    assert accounts.dtypes.astype(str).to_dict() == tables.COLUMNS["accounts"]
    assert budget.said_by_lists(accounts.dropna(subset=["platform", "handle"])) == []


def test_keeping_does_not_change_what_was_read(store, full):
    before = {name: frame.copy() for name, frame in full.tables.items()}
    bring_in(store, full, found_via="agency", owner="brand")
    for name, frame in full.tables.items():
        pd.testing.assert_frame_equal(frame, before[name])


def test_an_empty_store_has_all_tables_and_no_rows(store):
    for name, frame in store.tables().items():
        assert frame.empty
        assert frame.dtypes.astype(str).to_dict() == tables.COLUMNS[name]
    assert store.uploads().empty


def test_found_via_fills_only_rows_that_do_not_say(store, full):
    bring_in(store, full, found_via="vendor list")
    found = store.tables()["accounts"].set_index("handle")["found_via"].to_dict()
    assert found == {"Léna.K": "vendor list", "bob": "agency", "lena": "vendor list"}  # a poster


def test_the_owner_fills_the_open_side_of_a_follow(store, full):
    bring_in(store, full, owner=" @brand ")
    follows = store.tables()["follows"]
    assert follows["handle"].tolist() == ["brand", "ben"]
    assert follows["follower"].tolist() == ["ann", "brand"]


def test_an_unknown_owner_leaves_the_follow_open(store, full):
    bring_in(store, full, owner="  ")
    assert store.tables()["follows"]["handle"].isna().tolist() == [True, False]


def test_problems_are_kept_as_text_with_their_rows(store, full):
    problems = store.problems(bring_in(store, full))
    assert problems["value"].tolist() == ["3", "x"]
    assert problems["row"].tolist() == [3, pd.NA]
    assert problems["column"].isna().tolist() == [False, True]
    assert list(problems) == ["file", "row", "column", "value", "reason"]


def test_an_upload_without_problems_has_an_empty_frame_of_the_same_shape(store, accounts):
    problems = store.problems(bring_in(store, accounts("ann")))
    assert list(problems) == ["file", "row", "column", "value", "reason"]
    assert problems.empty


def test_uploads_are_listed_newest_first_without_their_tables(store, full, accounts, noon):
    first = bring_in(store, full, found_via="agency")
    second = bring_in(store, accounts("ann"), name="more.csv", sha="b2", owner="brand")
    listed = store.uploads()
    assert listed["id"].tolist() == [second, first]
    assert listed["name"].tolist() == ["more.csv", "list.csv"]
    assert listed["rows_kept_out"].tolist() == [0, 2]
    assert listed["owner"].isna().tolist() == [False, True]
    assert listed["added_at"].tolist() == [noon, noon]
    assert "parquet" not in listed


def test_a_listing_reads_no_bytes_of_tables(store, full):
    bring_in(store, full)
    asked = []
    event.listen(store.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    store.uploads()
    store.version()
    assert asked
    assert not any("parquet" in statement for statement in asked)


def test_the_same_bytes_twice_are_refused_under_any_name(store, accounts):
    upload = bring_in(store, accounts("ann"))
    with pytest.raises(AlreadyHere) as caught:
        bring_in(store, accounts("ann"), name="copy.csv")
    assert "“copy.csv” was already brought in on 1 March 2026" in caught.value.what
    assert "list.csv" in caught.value.what
    assert caught.value.upload_id == upload
    assert len(store.tables()["accounts"]) == 1


def test_nothing_is_left_of_an_upload_that_failed_half_way(store, full, accounts, monkeypatch):
    written = []

    def full_disk(frame):
        if len(written) == 3:
            raise OSError("no room")
        written.append(frame)
        return b""

    with monkeypatch.context() as patch:
        patch.setattr(frames, "to_parquet", full_disk)
        with pytest.raises(OSError, match="no room"):
            bring_in(store, full, sample=True)
    assert len(written) == 3
    assert store.uploads().empty
    assert not store.has_sample()
    bring_in(store, accounts("ann"))
    assert store.tables()["accounts"]["handle"].tolist() == ["ann"]


def test_tables_of_all_uploads_are_joined_in_the_order_they_came(store, accounts):
    bring_in(store, accounts("ann", "ben"))
    second = bring_in(store, accounts("cleo"), sha="b2")
    assert store.tables()["accounts"]["handle"].tolist() == ["ann", "ben", "cleo"]
    assert store.tables(second)["accounts"]["handle"].tolist() == ["cleo"]


def test_removing_an_upload_removes_all_that_came_from_it(store, full, accounts):
    first = bring_in(store, full)
    bring_in(store, accounts("ann"), sha="b2")
    store.remove(first)
    store.remove(first)
    assert store.tables()["accounts"]["handle"].tolist() == ["ann"]
    assert store.tables()["follows"].empty
    for ask in (store.tables, store.problems):
        with pytest.raises(StoreError, match="not here any more"):
            ask(first)
    with store.engine.connect() as connection:
        left = connection.exec_driver_sql("SELECT DISTINCT upload_id FROM upload_table").scalars()
        assert first not in left.all()


def test_the_version_follows_the_uploads_and_nothing_else(store, accounts):
    empty = store.version()
    upload = bring_in(store, accounts("ann"))
    one = store.version()
    store.shortlist_add("instagram/ann")
    store.change_workspace(brand="Tea")
    assert store.version() == one != empty
    bring_in(store, accounts("ben"), sha="b2", owner="brand")
    assert store.version() not in (one, empty)
    store.remove(upload)
    assert store.version() not in (one, empty)


def test_a_table_cannot_belong_to_an_upload_that_is_not_there(file):
    store = core.store.open(f"sqlite:///{file}")
    with store.engine.connect() as connection:
        raw = connection.connection.cursor()
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            raw.execute("INSERT INTO upload_table VALUES ('nobody', 'posts', x'00')")
    store.close()


@pytest.mark.parametrize(
    ("handle", "follower", "owner"),
    [
        (["shop", "shop", "baker"], ["ana", "bob", "shop"], "shop"),  # followers and followings
        (["ana", "bob", "cleo"], ["shop", "shop", "shop"], "shop"),  # followings alone
        ([None, None, None], ["ana", "bob", "cleo"], None),  # the export does not say
    ],
)
def test_the_owner_of_an_export_is_the_one_name_in_all_its_rows(
    store, reading, handle, follower, owner
) -> None:
    frame = pd.DataFrame({"platform": "instagram", "handle": handle, "follower": follower})
    read = reading({**tables.none(), "follows": tables.conform(frame, "follows")})
    store.keep(read, name="a.json", content_sha256="1", size=1)
    assert store.uploads()["owner"].astype(object).where(lambda x: x.notna(), None).tolist() == [
        owner
    ]


def test_a_list_of_posts_finds_the_people_who_wrote_them(store, reading) -> None:
    posts = pd.DataFrame(
        {"platform": "instagram", "handle": ["ana", "ana", None], "likes": [1.0] * 3}
    )
    read = reading({**tables.none(), "posts": tables.conform(posts, "posts")})
    store.keep(read, name="a.csv", content_sha256="1", size=1, found_via="agency")
    accounts = store.tables()["accounts"]
    assert accounts["handle"].tolist() == ["ana"]
    assert accounts["found_via"].tolist() == ["agency"]
    assert accounts["seen_at"].notna().all()


def test_whose_ids_a_file_names_is_known_as_long_as_the_file_is_here(store, reading) -> None:
    assert store.ids().empty
    ids = pd.DataFrame({"id": ["7"], "platform": [None], "handle": ["mira"]}, dtype="str")
    read = reading(tables.none(), ids=ids)
    upload = store.keep(read, name="people.csv", content_sha256="a", size=1)
    store.keep(read, name="guests.csv", content_sha256="b", size=1, sample=True)
    assert store.ids()[["id", "handle", "file"]].to_numpy().tolist() == [
        ["7", "mira", "people.csv"]
    ]
    assert store.tables()["accounts"].empty
    store.remove(upload)
    assert store.ids().empty


def test_ids_wait_for_the_table_that_names_them_and_are_ids_again_without_it(
    store, reading
) -> None:
    posts = tables.conform(pd.DataFrame({"handle": ["7", "8"], "likes": [1.0, 2.0]}), "posts")
    read = reading({**tables.none(), "posts": posts}, waiting=frozenset({"7", "8"}))
    store.keep(read, name="posts.csv", content_sha256="a", size=1)
    assert store.waiting().to_numpy().tolist() == [["7", "posts.csv"], ["8", "posts.csv"]]
    ids = pd.DataFrame({"id": ["7"], "platform": ["tiktok"], "handle": ["mira"]}, dtype="str")
    named = store.keep(reading(tables.none(), ids=ids), name="b", content_sha256="b", size=1)
    assert store.tables()["posts"]["handle"].tolist() == ["mira", "8"]
    assert store.tables()["posts"]["platform"].tolist()[0] == "tiktok"
    assert store.waiting()["id"].tolist() == ["8"]
    store.remove(named)
    assert store.tables()["posts"]["handle"].tolist() == ["7", "8"]


def test_a_handle_that_looks_like_an_id_of_another_file_stays_itself(store, reading) -> None:
    ids = pd.DataFrame({"id": ["7"], "platform": ["tiktok"], "handle": ["mira"]}, dtype="str")
    store.keep(reading(tables.none(), ids=ids), name="b", content_sha256="b", size=1)
    accounts = tables.conform(pd.DataFrame({"handle": ["7"], "platform": ["tiktok"]}), "accounts")
    listed = reading({**tables.none(), "accounts": accounts})
    store.keep(listed, name="a", content_sha256="a", size=1)
    assert store.tables()["accounts"]["handle"].tolist() == ["7"]

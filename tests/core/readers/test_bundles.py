"""A ZIP of tables: all of them are read, each is named, what is no table is named too."""

import pytest

from core.readers import UnreadableFile, read
from tests.core.readers.downloads import zipped

TABLE = (
    "Content,Video title,Video publish time,Duration,Views\nTotal,,,,30\n"
    'abcdefghijk,Wool,"Aug 28, 2025",9,30\n'
)
CHART = (
    "Date,Content,Video title,Video publish time,Duration,Views\n"
    '2025-08-28,abcdefghijk,Wool,"Aug 28, 2025",9,30\n'
)
TOTALS = "Date,Views\n2025-08-28,31\n"


def test_youtube_studio_comes_as_three_tables_in_a_zip() -> None:
    made = read(
        "Content 2025-08-28_2025-08-29 Mira.zip",
        zipped({"Table data.csv": TABLE, "Chart data.csv": CHART, "Totals.csv": TOTALS}),
    )
    assert made.format == "youtube_studio_zip"
    assert made.label == "YouTube Studio (ZIP)"
    assert (made.rows, made.rows_read) == (4, 3)
    assert made.tables["posts"]["views"].tolist() == [30]
    assert sorted(made.tables["daily"]["value"]) == [30, 31]
    assert sum("Table data.csv" in note for note in made.notes) == 1


def test_several_lists_are_joined_and_pictures_named() -> None:
    made = read(
        "agency.zip",
        zipped(
            {
                "a/one.csv": "username,followers\nmira,10\n",
                "a/two.csv": "username,followers\ntom,20\n,5\n",
                "a/face.jpg": "no picture",
                "__MACOSX/one.csv": "username,followers\nghost,1\n",
            }
        ),
    )
    assert made.format == "list_csv_zip"
    assert made.tables["accounts"]["handle"].tolist() == ["mira", "tom"]
    assert (made.rows, made.rows_kept_out) == (3, 1)
    assert made.problems["file"].tolist() == ["agency.zip/two.csv"]
    assert "Nothing was read from “face.jpg”." in made.notes


def test_the_year_may_stand_in_the_name_of_the_zip() -> None:
    text = "Date,Video views,Profile views\n23 August,10,1\n"
    made = read("Overview 2025.zip", zipped({"Overview.csv": text}))
    assert made.tables["daily"]["day"].dt.year.tolist() == [2025, 2025]


def test_one_bad_table_says_why_and_none_lists_what_is_there() -> None:
    with pytest.raises(UnreadableFile, match=r"cities\.csv.* its columns are"):
        read("a.zip", zipped({"cities.csv": "City,Inhabitants\nUlm,1\nRom,2\n"}))
    with pytest.raises(UnreadableFile, match="without a follower list"):
        read("a.zip", zipped({"b/photo.jpg": "x"}))


def test_a_table_that_names_a_network_says_it_for_the_same_accounts_in_the_others() -> None:
    posts = (
        "username,post url,likes\n"
        "Mira,https://www.instagram.com/p/AbC/,5\n"
        "zoe,https://www.tiktok.com/@zoe/video/7000000000000000001,4\n"
    )
    both = "zoe,https://www.instagram.com/p/AbD/,4\n"
    lists = {
        "one network each": ("mira,10\nzoe,20\n", posts, ["instagram", "tiktok"], None),
        "one on two": ("mira,10\nzoe,20\n", posts + both, ["instagram", None], "some of its"),
        "one without": ("mira,10\ntom,20\n", posts, ["instagram", None], "some of its"),
        "none at all": ("mira,10\n", "username,followers\ntom,20\n", [None, None], "these"),
    }
    for case, (accounts, other, networks, asked) in lists.items():
        content = zipped({"creators.csv": "username,followers\n" + accounts, "more.csv": other})
        made = read("agency.zip", content)
        found = made.tables["accounts"]["platform"]
        assert found.astype(object).where(found.notna(), None).tolist() == networks, case
        said = [note for note in made.notes if "does not say which network" in note]
        assert (asked in said[0]) if asked else not said, case
        assert len(said) <= 1, case

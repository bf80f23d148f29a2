"""Columns that nobody knows: proposed with examples, used when a person says so, found again."""

import pandas as pd
import pytest

from core.readers import Reading, UnknownColumns, UnreadableFile, read
from core.readers.shapes import fingerprint

UNKNOWN = """Wer;Wo;Wie viele;Quote je Beitrag
mira.knits;Berlin;12.300;2,3 %
lea__climbs;Köln;900;3,1 %
tomas_bakes;Berlin;45.000;1 %
"""
HEADLESS = "mira.knits;Berlin;12.300\nlea__climbs;Köln;900\ntomas_bakes;Berlin;45.000\n"


def refused(text: str, name: str = "list.csv") -> UnknownColumns:
    with pytest.raises(UnknownColumns) as caught:
        read(name, text.encode())
    return caught.value


def proposal(text: str) -> dict[str, str]:
    columns = refused(text).columns
    return dict(zip(columns["column"], columns["meaning"].fillna(""), strict=True))


def test_amounts_of_money_are_proposed_as_the_price() -> None:
    table = "Wer;Wo;Was\nmira.knits;Berlin;150 zł\nlea__climbs;Köln;90 zł\n"
    assert proposal(table)["Was"] == "price"


def with_mapping(text: str, **meanings: str) -> Reading:
    named = {name.replace("_", " "): meaning for name, meaning in meanings.items()}
    return read("list.csv", text.encode(), mapping=named)


def test_unknown_headings_are_refused_with_a_proposal_and_examples() -> None:
    error = refused(UNKNOWN)
    assert "its columns are “Wer”, “Wo”" in error.what
    assert "say which" in error.do
    assert proposal(UNKNOWN) == {
        "Wer": "handle",
        "Wo": "",
        "Wie viele": "",
        "Quote je Beitrag": "engagement_rate_claimed",
    }
    assert error.columns.iloc[0, 2:].tolist() == ["mira.knits", "lea__climbs", "tomas_bakes"]


@pytest.mark.parametrize(
    ("text", "column", "meaning"),
    [
        (
            "Wer,Wo\nMira K,https://www.tiktok.com/@mira\nLea C,https://www.tiktok.com/@lea\n",
            1,
            "url",
        ),
        ("Wer,Wo\n@mira,Berlin\n@lea,Kiel\n", 0, "handle"),
        ("Persona,Folowers\nMira Knits,100\nLea Climbs,30\n", 1, "followers"),
        ("Wer,Wo\nMira Knits,Berlin Mitte\nLea Climbs,Kiel Ost\n", 0, ""),
    ],
)
def test_what_is_in_a_column_or_nearly_its_name_makes_the_proposal(
    text: str, column: int, meaning: str
) -> None:
    assert list(proposal(text).values())[column] == meaning


def test_what_a_person_says_is_used_and_no_row_is_lost() -> None:
    made = with_mapping(UNKNOWN, Wer="handle", Wie_viele="followers", Wo="")
    assert made.tables["accounts"]["followers"].tolist() == [12_300, 900, 45_000]
    assert (made.rows, made.rows_kept_out) == (3, 0)


def test_a_table_without_headings_keeps_its_first_row() -> None:
    error = refused(HEADLESS)
    assert "no headings" in error.what
    assert error.columns["column"].tolist() == ["column 1", "column 2", "column 3"]
    made = with_mapping(HEADLESS, column_1="handle", column_3="followers")
    assert made.tables["accounts"]["handle"].tolist() == [
        "mira.knits",
        "lea__climbs",
        "tomas_bakes",
    ]


def test_a_mapping_that_names_nobody_is_asked_again_with_the_grid() -> None:
    with pytest.raises(UnknownColumns) as caught:
        with_mapping("Persona,Fans\nMira Knits,100\nLea Climbs,30\n", Persona="handle")
    assert "space in it" in caught.value.what
    assert caught.value.columns["meaning"].tolist() == ["handle", "followers"]


def test_plain_text_is_no_table() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read("letter.txt", b"Dear all,\nsee you on Monday at the office as we said.\n")
    assert not isinstance(caught.value, UnknownColumns)


def columns(*names: str) -> pd.DataFrame:
    return pd.DataFrame({"column": list(names)}, dtype="str")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("Wer", "Wie viele"), ("wie_viele", "WER"), True),
        (("Wer", "Wie viele"), ("Wer", "Wie viele", "Wo"), False),
        (("Wer", "Wer", "Wo"), ("Wer", "Wo", "Wer"), False),
        (("Wer", "Wer", "Wo"), ("wer", "wer", "wo"), True),
    ],
)
def test_files_with_the_same_headings_are_alike(
    one: tuple[str, ...], other: tuple[str, ...], alike: bool
) -> None:
    assert (fingerprint(columns(*one)) == fingerprint(columns(*other))) is alike


def test_a_table_without_headings_is_like_no_other_and_exports_are_alike_by_format() -> None:
    assert fingerprint(columns("column 1", "column 2"), "list_csv") is None
    assert fingerprint(columns(), "instagram_followers") == fingerprint(
        columns(), "instagram_followers"
    )
    assert fingerprint(columns(), "instagram_followers") != fingerprint(columns(), "x_followers")
    assert fingerprint(columns()) is None


@pytest.mark.parametrize(
    "text",
    [
        "Name,City\nmira knits,Bonn\n",
        "First name,Last name\nMira,Knits\nTom,Bakes\n",
        "Influencer,Followers\nMira Knits,100\nTom Bakes,200\n",
        "Username,Followers\nMira Knits,100\nTom Bakes,200\n",
        "Mira Knits,Bonn\nTom O'Hara,Ulm\nLea de Groot,Graz\n",
        "Mira Knits\nTom Bakes\nLéa Escalade\n",
    ],
)
def test_names_without_handles_are_said_to_be_no_ground_for_a_score(text: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read("list.csv", text.encode())
    assert caught.value.do.startswith("Names alone cannot be looked up or scored")


def test_a_table_without_names_is_not_told_about_names() -> None:
    assert "Names alone" not in refused(UNKNOWN).do
    assert "Names alone" not in refused("Shop,Street\nBakery,Main Street 5\n").do


def test_why_no_row_can_be_used_is_said_once() -> None:
    assert refused("Username,Followers\n,100\n,200\n").what == (
        "“list.csv” has 2 rows, and no row has a handle that can be used."
    )
    mixed = refused("Username,Followers\n,100\nmira@gmail.com,200\n")
    assert mixed.what.endswith(" (row 3: it is an e-mail address, not a handle).")


PROSE = """---
description: "What a request costs, who pays, and when"
---
# Prices

Every request is counted once.
Limits are set for a month, a week or a day.

| Concept | Meaning |
| --- | --- |
| Credit | Paid before |

Ask when in doubt.
"""
CODE = """// Snapshot v1, https://example.org/guide
exports[`follows 1`] = {
  "created": "2026-01-01",
  "labels": [],
  "viewer": {
    "muted": false,
  },
}
"""


LETTER = "Dear all, thanks for coming.\nWe met Mira, Tom, and Ana, who knit.\nBye, Jo\n"
SENTENCE = "Wool is warm, soft and light, and it lasts.\n"


@pytest.mark.parametrize("text", [PROSE, CODE, LETTER, SENTENCE])
def test_running_text_and_code_with_commas_are_no_table(text: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read("notes.mdx", text.encode())
    assert caught.value.what == (
        "“notes.mdx” seems to be running text or code, not a list of accounts."
    )
    assert not isinstance(caught.value, UnknownColumns)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Smith, Paris, wool\nTom Lee, Berlin, yarn.\n",
        "Anna, loves wool.\nTom, loves yarn.\n",
        "shop, street\nBakery, Main St. 5\nInn, Side Rd. 1, back door\n",
    ],
)
def test_a_table_typed_by_hand_with_spaces_is_no_running_text(text: str) -> None:
    assert "is a table" in refused(text).what


def test_a_table_under_a_title_is_still_a_table() -> None:
    titled = (
        "Our list\n\nmade in May\n\nShop;Street;Size\nBakery;Main Street 5;12\nInn;Side Road 1;9\n"
    )
    assert "its columns are" in refused(titled).what


def test_numbers_that_could_be_two_are_asked_for_and_read_as_answered() -> None:
    content = b"username,followers,avg likes\nmira,1.234,10\ntom,12.345,20\nlea,850,3\n"
    asked = read("list.csv", content)
    assert asked.unsure == ("followers",)
    assert asked.tables["accounts"]["followers"].tolist() == [1234, 12345, 850]
    said = read("list.csv", content, mapping={"followers": "followers.decimal"})
    assert said.unsure == ()
    assert said.tables["accounts"]["followers"].tolist() == [1.234, 12.345, 850]
    assert said.columns["meaning"].tolist() == ["handle", "followers.decimal", "avg_likes"]
    decided = read("list.csv", content.replace(b"850", b"1.234.567"))
    assert decided.unsure == ()

"""Lists of creators and posts: from messy cells to tidy tables, nothing lost in silence."""

from pathlib import Path

import pandas as pd
import pytest

from core.readers import Reading, UnreadableFile, read, typed

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"


def reading(name: str, **options: object) -> Reading:
    return read(name, (FIXTURES / name).read_bytes(), **options)  # type: ignore[arg-type]


def of(text: str, name: str = "list.csv", **options: object) -> Reading:
    return read(name, text.encode(), **options)  # type: ignore[arg-type]


def test_a_ranking_with_units_percent_and_missing_words() -> None:
    made = reading("list_ranking.csv")
    accounts = made.tables["accounts"]
    assert accounts["handle"].tolist() == ["mira.knits", "tomas_bakes", "lea__climbs"]
    assert accounts["followers"].tolist()[:2] == [475_800, 12_100]
    assert accounts["avg_likes"].fillna(-1).tolist() == [8_700, -1, 55]
    assert accounts["engagement_rate_claimed"].tolist() == pytest.approx([0.0183, 0.02, 0.04])
    assert accounts["country"].fillna("").tolist() == ["Spain", "", "Peru"]
    assert accounts["source_row"].tolist() == [2, 3, 5]


def test_problems_name_file_row_column_value_and_reason() -> None:
    made = reading("list_ranking.csv")
    assert list(made.problems.columns) == ["file", "row", "column", "value", "reason"]
    whole, cell = made.problems.to_dict("records")
    assert (whole["file"], whole["row"], whole["value"]) == ("list_ranking.csv", 4, "Two Words")
    assert pd.isna(whole["column"])
    assert (cell["row"], cell["column"], cell["value"], cell["reason"]) == (
        5,
        "followers",
        "abc",
        "this is not a number",
    )
    assert (made.rows, made.rows_read, made.rows_kept_out) == (4, 3, 1)


def test_a_german_list_with_sep_line_code_page_and_currency_in_the_heading() -> None:
    made = reading("list_german.csv")
    accounts = made.tables["accounts"]
    assert accounts["followers"].tolist() == [12_345, 1_234_567]
    assert accounts["avg_likes"].tolist() == [1_020, 40_100]
    assert accounts["price"].tolist() == [250, 1_200.5]
    assert accounts["currency"].tolist() == ["EUR", "EUR"]
    assert accounts["platform"].tolist() == ["instagram", "instagram"]
    assert any("e-mail addresses" in note for note in made.notes)
    assert "mira@example.org" not in made.columns.to_csv()


def test_utf_16_with_tabs() -> None:
    accounts = reading("list_utf16.csv").tables["accounts"]
    assert accounts["handle"].tolist() == ["míra", "tomas"]
    assert accounts["followers"].tolist() == [10_000, 1_200_000]
    assert accounts["verified"].tolist() == [True, False]


def test_twin_columns_give_the_exact_number_and_the_real_handles() -> None:
    made = reading("list_twins.csv")
    accounts = made.tables["accounts"]
    assert accounts["handle"].tolist() == [
        "mira.knits",
        "tomas_bakes",
        "mira.knits",
    ]  # the column called “Name”
    assert accounts["name"].tolist() == ["Mira Knits", "Tomas Bakes", "Mira Again"]
    assert accounts["followers"].tolist() == [1_234_567, 12_345, 99]
    assert accounts["engagement_rate_claimed"].tolist() == pytest.approx([0.031, 0.004, 0.012])
    assert any("already" in note for note in made.notes)


def test_ragged_rows_are_padded_and_strange_handles_kept_out() -> None:
    made = reading("list_ragged.csv")
    accounts = made.tables["accounts"]
    assert accounts["handle"].tolist() == ["mira.knits", "tomas_bakes"]
    assert accounts["avg_likes"].fillna(-1).tolist() == [50, -1]
    reasons = made.problems["reason"].tolist()
    assert [
        any(word in reason for word in ("formula", "HTML", "no handle", "sum"))
        for reason in reasons
    ] == [True] * 4
    assert (made.rows, made.rows_read) == (6, 2)
    assert any("average per post" in note for note in made.notes)


def test_a_row_that_is_a_post_becomes_a_post_and_an_account() -> None:
    made = reading("list_posts.csv")
    posts = made.tables["posts"]
    assert posts["likes"].fillna(-9).tolist() == [-9, 10]  # -1 is how tools write “hidden”
    assert posts["comments"].tolist() == [5, 0]
    assert posts["views"].fillna(-9).tolist() == [-9, 4443]
    assert posts["caption"][0] == "Two lines,\n\none caption"
    assert posts["posted_at"][0] == pd.Timestamp("2026-03-14 13:34:16", tz="UTC")
    assert made.tables["accounts"]["followers"].tolist() == [1000, 1010]
    assert made.rows_kept_out == 0


def test_links_give_handle_and_network() -> None:
    accounts = reading("list_semicolons.csv").tables["accounts"]
    assert accounts["handle"].tolist() == ["miraknits", "UC1JTQBa5QxZCpXrFSkMxmPw"]
    assert accounts["platform"].tolist() == ["youtube", "youtube"]
    assert accounts["name"].tolist() == ["Mira", "Tomas"]
    assert accounts["followers"].tolist() == [12_345, 9_999]


def test_a_bare_list_needs_no_heading() -> None:
    made = reading("list_bare.txt")
    assert made.tables["accounts"]["handle"].tolist() == [
        "mira.knits",
        "tomas_bakes",
        "lea__climbs",
    ]
    assert made.tables["accounts"]["source_row"].tolist() == [1, 2, 3]


def test_the_sheet_with_the_list_is_found_and_the_other_named() -> None:
    made = reading("list_sheets.xlsx")
    accounts = made.tables["accounts"]
    assert made.format == "list_xlsx"
    assert accounts["handle"].tolist() == ["mira.knits", "tomas_bakes", "007"]
    assert accounts["platform"].tolist() == ["instagram", "tiktok", "tiktok"]
    assert accounts["followers"].fillna(-1).tolist() == [12_000, 98_000, -1]
    assert accounts["price"].fillna(-1).tolist() == [250, 400, -1]
    assert accounts["currency"].fillna("").tolist() == ["USD", "USD", ""]
    assert accounts["source_row"].tolist() == [4, 5, 6]
    assert any("“Notes”" in note for note in made.notes)


def test_a_mapping_by_hand_overrules_the_headings() -> None:
    text = "Wer,Wieviel,Followers\nmira.knits,1200,7\ntomas_bakes,80,8\n"
    with pytest.raises(UnreadableFile, match="“Wer”, “Wieviel” and “Followers”"):
        of(text)
    made = of(text, mapping={"Wer": "handle", "Wieviel": "followers", "Followers": ""})
    assert made.tables["accounts"]["followers"].tolist() == [1200, 80]
    assert made.columns[["column", "meaning"]].fillna("").to_numpy().tolist() == [
        ["Wer", "handle"],
        ["Wieviel", "followers"],
        ["Followers", ""],
    ]
    assert made.columns.loc[0, "example_2"] == "tomas_bakes"


def test_likes_above_followers_are_totals_and_left_out() -> None:
    made = of("username,followers,likes\na.b,100,5000\nc_d,200,90000\n")
    assert made.tables["accounts"]["avg_likes"].isna().all()
    assert any("total" in note for note in made.notes)


def test_a_rate_is_checked_against_likes_and_followers() -> None:
    rows = "\n".join(f"user_{n},1000,{n + 3},0,0.{n + 3}" for n in range(4))
    made = of("username,followers,avg likes,avg comments,engagement rate\n" + rows)
    assert made.tables["accounts"]["engagement_rate_claimed"].tolist() == pytest.approx(
        [0.003, 0.004, 0.005, 0.006]
    )


def test_a_rate_that_nothing_decides_is_said() -> None:
    made = of("username,followers,engagement rate\na.b,100,0.04\nc_d,200,0.09\n")
    assert any("0.05 is taken as 5 %" in note for note in made.notes)


def test_a_number_column_full_of_words_is_left_out_and_said() -> None:
    rows = "\n".join(f"user_{n},{n}00,Spain" for n in range(1, 7))
    made = of("username,followers,views avg.\n" + rows)
    assert made.tables["accounts"]["avg_views"].isna().all()
    assert any("“views avg.” was left out" in note and "Spain" in note for note in made.notes)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_delimiter_and_newline(encoding: str, delimiter: str, newline: str) -> None:
    rows = [
        ["Username", "Follower", "Name"],
        ["mira", "1200", "Zoë Müller"],
        ["tomas", "80", "Tomáš".encode("cp1252", "replace").decode("cp1252")],
    ]
    lines = ([f"sep={delimiter}"] if newline == "\r\n" else []) + [
        delimiter.join(row) for row in rows
    ]
    made = read("list.csv", newline.join(lines).encode(encoding))
    accounts = made.tables["accounts"]
    assert accounts["handle"].tolist() == ["mira", "tomas"]
    assert accounts["followers"].tolist() == [1200, 80]
    assert accounts["name"][0] == "Zoë Müller"


def test_typed_handles_become_accounts_and_the_rest_problems() -> None:
    made = typed(
        "@mira, https://www.tiktok.com/@tomas\nAda Moor\nMIRA\nhttps://www.instagram.com/p/x/"
    )
    accounts = made.tables["accounts"]
    assert made.format == "typed_handles"
    assert accounts["handle"].tolist() == ["mira", "tomas"]
    assert accounts["found_via"].unique().tolist() == ["typed"]
    assert made.problems["value"].tolist() == ["Ada Moor", "https://www.instagram.com/p/x/"]
    assert made.rows_read + made.rows_kept_out == made.rows == 4
    with pytest.raises(UnreadableFile):
        typed("  ")


def test_the_unit_in_a_heading_counts_and_is_said() -> None:
    made = read("list.csv", b"username,Followers (K)\nmira,12.1\ntom,98\n")
    assert made.tables["accounts"]["followers"].tolist() == [12_100, 98_000]
    assert any("in units of 1,000" in note for note in made.notes)


def test_a_network_that_nobody_knows_is_a_cell_that_was_not_read() -> None:
    made = read(
        "l.csv",
        b"platform,handle,followers\nInstagram,mira,1\nPodcast,tom,2\nTikTok,x.y,3\n"
        b"IG / TikTok,ann,4\n",
    )
    assert made.problems[["row", "value", "reason"]].to_numpy().tolist() == [
        [5, "IG / TikTok", "this names several networks; give each account a row of its own"],
        [3, "Podcast", "this is no network we know"],
    ]
    assert made.rows_read == 4


@pytest.mark.parametrize(
    ("rates", "expected"),
    [("0.4;0.9", [0.004, 0.009]), ("0.012;0.09", [0.012, 0.09]), ("0.4;3.1", [0.004, 0.031])],
    ids=["no rates of 40 %", "fractions", "one above 1"],
)
def test_a_column_of_rates_without_a_sign_is_judged_as_one_and_that_is_said(
    rates: str, expected: list[float]
) -> None:
    first, second = rates.split(";")
    made = of(f"handle,platform,followers,ER\nmira,tiktok,900,{first}\ntom,tiktok,800,{second}\n")
    assert made.tables["accounts"]["engagement_rate_claimed"].tolist() == pytest.approx(expected)


def test_a_count_of_engagements_is_no_rate_and_an_id_no_bio() -> None:
    made = of("Username,Followers,Engagements,Profile Id\nmira,12000,56,1\ntom,900,7,2\n")
    accounts = made.tables["accounts"]
    assert accounts[["engagement_rate_claimed", "bio"]].isna().all(axis=None)


def test_the_german_word_kanal_names_the_network_where_its_cells_do() -> None:
    made = of("Kanal;Name;Abonnenten\nInstagram;mira.strick;12,1 Tsd.\nTikTok;lea.k;98.500\n")
    accounts = made.tables["accounts"]
    assert accounts[["platform", "handle", "followers"]].to_numpy().tolist() == [
        ["instagram", "mira.strick", 12_100],
        ["tiktok", "lea.k", 98_500],
    ]


def test_ids_that_a_spreadsheet_cut_short_are_left_out_and_the_links_stay() -> None:
    made = of(
        "Post ID,Username,Permalink,Likes\n"
        "1.79747E+16,mira,https://www.instagram.com/p/AAA/,-1\n"
        "1.79747E+16,mira,https://www.instagram.com/p/BBB/,7\n"
    )
    posts = made.tables["posts"]
    assert posts["post_id"].isna().all()
    assert posts["url"].nunique() == 2
    assert any("told apart by their links" in note for note in made.notes)


def test_a_column_of_ticks_or_first_names_is_no_network() -> None:
    made = of(
        "Handle,Link,Contacted,Agreed,First name\n"
        "mira,https://www.instagram.com/mira,x,ok,Josh\n"
        "tom,https://www.instagram.com/tom,x,ok,Josh\n"
    )
    assert made.tables["accounts"]["platform"].tolist() == ["instagram", "instagram"]


@pytest.mark.parametrize("text", ["user_id\n123456789012\n223456789012\n", "123456789012\n"])
def test_numbers_in_place_of_names_are_no_handles(text: str) -> None:
    with pytest.raises(UnreadableFile, match="numbers in place of names") as caught:
        of(text)
    assert "@names" in caught.value.do


def test_what_a_list_says_of_networks_does_not_contradict_what_it_asks() -> None:
    begins = "username,followers,platform\nmira,10,Instagram\n"
    same = of(begins + "Mira,12,\n")
    assert same.tables["accounts"]["platform"].tolist() == ["instagram", "instagram"]
    assert "2 creators on Instagram, with followers" in same.sentence
    assert not any("choose it" in note for note in same.notes)
    other = of(begins + "tom,12,\n")
    assert "2 creators on Instagram, some on a network not said, with followers" in other.sentence
    assert other.notes[0] == (
        "The list does not say which network some of its accounts are on; choose it."
    )

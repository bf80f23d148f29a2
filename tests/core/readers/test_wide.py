"""Rosters with one row a person and several networks in it."""

import io

import pandas as pd

from core.exports import workbook
from core.readers import Reading, read


def of(text: str, name: str = "roster.csv") -> Reading:
    made = read(name, text.encode())
    assert made.rows_read + made.rows_kept_out == made.rows
    return made


def seen(made: Reading) -> list[tuple[object, ...]]:
    accounts = made.tables["accounts"].fillna({"followers": -1})
    return list(
        accounts[["platform", "handle", "followers", "source_row"]].itertuples(
            index=False, name=None
        )
    )


def test_one_account_a_network_and_one_row_in_the_file() -> None:
    made = of(
        "Name,Country,IG Handle,IG Followers,TikTok Handle,TikTok Followers,Price\n"
        "Mira Knits,Spain,@mira.knits,12k,miraknits,98000,250\n"
        "Tom,Peru,tom_bakes,5000,,,90\n"
        "Nobody,Chile,,,,,\n"
        "Lea,Peru,two words,7,lea,8,60\n"
    )
    assert seen(made) == [
        ("instagram", "mira.knits", 12_000, 2),
        ("tiktok", "miraknits", 98_000, 2),
        ("instagram", "tom_bakes", 5_000, 3),
        ("tiktok", "lea", 8, 5),
    ]
    assert (made.rows, made.rows_kept_out) == (4, 1)
    assert made.problems["row"].tolist() == [4, 5]
    accounts = made.tables["accounts"]
    assert accounts["name"].tolist() == ["Mira Knits", "Mira Knits", "Tom", "Lea"]
    assert accounts["price"].fillna(-1).tolist() == [250, -1, 90, -1]
    assert any("price does not say for which network" in note for note in made.notes)


def test_a_count_after_each_network_belongs_to_it() -> None:
    made = of(
        "Creator,Instagram,Followers,TikTok,Followers\n"
        "Mira,@mira.knits,12000,https://www.tiktok.com/@miraknits,98000\n"
        "Tom,@tom,1,@tom.tt,2\n"
    )
    assert seen(made) == [
        ("instagram", "mira.knits", 12_000, 2),
        ("tiktok", "miraknits", 98_000, 2),
        ("instagram", "tom", 1, 3),
        ("tiktok", "tom.tt", 2, 3),
    ]


def test_one_count_for_several_networks_is_left_out_and_said() -> None:
    made = of("Instagram,TikTok,Followers\n@mira,@mira.tt,500\n@tom,@tom.tt,600\n")
    assert made.tables["accounts"]["followers"].isna().all()
    assert any("“Followers” does not say of which network" in note for note in made.notes)


def test_networks_written_over_their_columns() -> None:
    made = of(
        ",Instagram,,TikTok,\nName,Handle,Followers,Handle,Followers\n"
        "Mira,mira.knits,12000,miraknits,98000\n"
    )
    assert seen(made) == [
        ("instagram", "mira.knits", 12_000, 3),
        ("tiktok", "miraknits", 98_000, 3),
    ]


def test_a_handle_of_no_network_stays_the_one_account() -> None:
    made = of("username,followers,YouTube,TikTok\nmira,10,https://youtube.com/@m,@mt\n")
    assert made.tables["accounts"]["handle"].tolist() == ["mira"]


def test_a_roster_as_a_workbook() -> None:
    cells = pd.read_csv(
        io.StringIO("IG,IG followers,YT,YT subs\n@mira,10,@mirayt,20\n@tom,30,,\n"),
        header=None,
        dtype="str",
        keep_default_na=False,
    )
    made = read("roster.xlsx", workbook.xlsx({"Roster": cells}))
    assert seen(made) == [
        ("instagram", "mira", 10, 2),
        ("youtube", "mirayt", 20, 2),
        ("instagram", "tom", 30, 3),
    ]


def test_one_name_with_followers_of_several_networks() -> None:
    made = of(
        "Name,Username,Instagram Followers,TikTok Followers,Manager e-mail\n"
        "Mira Moss,mira,12.3k,98k,boss@example.org\nTom Lane,tom,500,,boss@example.org\n"
    )
    assert seen(made) == [
        ("instagram", "mira", 12_300, 2),
        ("tiktok", "mira", 98_000, 2),
        ("instagram", "tom", 500, 3),
    ]
    assert any("the same handle is taken on each" in note for note in made.notes)
    assert "boss@example.org" not in made.columns.to_csv()
    assert made.problems.empty


def test_a_row_that_names_its_network_has_no_counts_of_another() -> None:
    made = of(
        "Platform,Username,Instagram Followers,TikTok Followers\n"
        "Instagram,mira,12300,98000\nTikTok,tom,500,700\n"
    )
    assert seen(made) == [("instagram", "mira", 12_300, 2), ("tiktok", "tom", 700, 3)]

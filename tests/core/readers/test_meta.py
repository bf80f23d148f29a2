"""Meta Business Suite as it comes, and as spreadsheets leave it."""

import pandas as pd
import pytest

from core.readers import Reading, read


def of(text: str, name: str = "export.csv", encoding: str = "utf-8") -> Reading:
    made = read(name, text.encode(encoding))
    assert made.rows_read + made.rows_kept_out == made.rows
    assert made.tables["accounts"].empty
    return made


def series(made: Reading, measure: str) -> dict[str, float]:
    daily = made.tables["daily"]
    rows = daily[daily["measure"] == measure]
    return dict(zip(rows["day"].dt.strftime("%Y-%m-%d"), rows["value"], strict=True))


CHART = """sep=,
"Instagram follows"
"Date","Primary"
"2025-11-01T00:00:00","2"
"2025-11-02T01:00:00","13"

"Facebook Page new likes"
"Date","New Facebook Page likes"
"2025-11-01T00:00:00","4"
"2025-11-02T01:00:00",""
"""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_stacked_charts_become_days_named_after_their_titles(encoding: str) -> None:
    made = of(CHART, "Follows.csv", encoding)
    assert made.format == "meta_business_suite_chart"
    assert made.rows == 4
    assert series(made, "follows") == {"2025-11-01": 2, "2025-11-02": 13}
    assert series(made, "new_likes") == {"2025-11-01": 4}
    assert made.tables["daily"]["platform"].tolist() == ["instagram", "instagram", "facebook"]
    assert "not a list of creators" in made.notes[0]


def test_a_chart_without_a_title_is_named_after_its_file() -> None:
    text = '"Date","Facebook Page likes"\n"2024-01-27T00:00:00","3"\n"2024-01-28T00:00:00","5"\n'
    made = of(text, "visits (1).csv")
    assert series(made, "visits") == {"2024-01-27": 3, "2024-01-28": 5}
    assert any("“visits”" in note for note in made.notes)


def test_the_chart_that_does_not_say_whose_it_is_is_facebooks_beside_instagrams() -> None:
    rows = '"Date","Primary"\n"2024-01-27T00:00:00","3"\n'
    made = of(f'"Follows"\n{rows}\n"Instagram follows"\n{rows}', "Follows.csv")
    assert made.tables["daily"]["platform"].tolist() == ["facebook", "instagram"]


AUDIENCE = """Age & gender;;
;Women;Men
18-24;3.апр;1.2
25-34;17.5;8.яну

Top countries;;
Bulgaria;Romania;
98.4;1.6;
"""


def test_an_audience_is_understood_counted_and_its_broken_cells_named() -> None:
    made = of(AUDIENCE, "Audience.csv", "cp1251")
    assert made.format == "meta_business_suite_audience"
    assert (made.rows, made.rows_read) == (3, 3)
    assert made.problems[["row", "column", "value"]].to_numpy().tolist() == [
        [3, "Women", "3.апр"],
        [4, "Men", "8.яну"],
    ]
    assert made.problems["reason"].str.contains("into a date").all()
    assert all(table.empty for table in made.tables.values())


def test_an_audience_of_which_tabs_and_quotes_were_lost() -> None:
    text = (
        "sep=\t\t\t\nInstagram followers\t\t\t\nIG_ACCOUNT\tFOLLOW\tUNIQUE_USERS\t\n3098\t\t\t\n"
        "\t\t\t\nInstagram followers by top cities\t\t\t\nTop cities\tValue\t\t\n"
        "Kyiv\t Ukraine\t20.1%\t\nLviv\t Lviv Oblast\t Ukraine\t9.4%\n"
    )
    made = of(text, "Audience.csv", "utf-16")
    assert made.rows == 3
    assert "Instagram followers: 3,098 when the file was made." in made.notes


CONTENT = (
    '"Post ID","Account ID","Account username","Account name",Description,"Publish time",'
    'Permalink,"Post type",Date,Views,Reach,Likes,Shares,Comments,Saves,Follows\n'
)
POST = (
    '{id},17841400000000001,mira.knits,"Mira Knits","Two lines, one caption.\n\nAgree?",'
    '"05/26/2026 10:23",https://www.instagram.com/reel/{code}/,"IG reel",Lifetime,'
    "4993,3206,287,56,2,7,\n"
)


def test_instagram_content_becomes_posts() -> None:
    made = of(CONTENT + POST.format(id=17974697564884257, code="DYz2HS0M2ks"))
    assert made.format == "meta_business_suite_content_instagram"
    post = made.tables["posts"].iloc[0]
    assert (post["platform"], post["handle"]) == ("instagram", "mira.knits")
    assert post["post_id"] == "17974697564884257"
    assert post["posted_at"] == pd.Timestamp("2026-05-26 10:23", tz="UTC")
    counts = post[["views", "reach", "likes", "shares", "comments", "saves"]].tolist()
    assert counts == [4993, 3206, 287, 56, 2, 7]
    assert post["caption"] == "Two lines, one caption.\n\nAgree?"


def test_ids_that_a_spreadsheet_broke_come_from_the_link() -> None:
    made = of(CONTENT + POST.format(id="1.79747E+16", code="DYz2HS0M2ks"))
    assert made.tables["posts"]["post_id"].tolist() == ["DYz2HS0M2ks"]
    assert any("1.79747E+16" in note for note in made.notes)
    rounded = "".join(
        POST.format(id=f"1797469756488{n}00000"[:17], code=f"DYz2HS0M2k{n}") for n in (1, 2)
    )
    made = of(CONTENT + rounded)
    assert made.tables["posts"]["post_id"].tolist() == ["DYz2HS0M2k1", "DYz2HS0M2k2"]


def wrapped(text: str) -> str:
    """What a spreadsheet with another delimiter makes of a file: lines with quotes, quoted."""
    return "\n".join(
        '"' + line.replace('"', '""') + '"' if '"' in line else line for line in text.split("\n")
    )


def test_lines_in_quotes_are_taken_out_of_them() -> None:
    whole = CONTENT + POST.format(id=17974697564884257, code="A") + POST.format(id=18, code="B")
    plain, again = of(whole), of(wrapped(whole))
    pd.testing.assert_frame_equal(plain.tables["posts"], again.tables["posts"])
    assert again.rows == 2


def test_rows_with_fewer_cells_are_padded() -> None:
    short = POST.format(id=18, code="B").replace(",287,56,2,7,\n", ",287\n")
    made = of(CONTENT + POST.format(id=17, code="A") + short)
    posts = made.tables["posts"]
    assert posts["likes"].tolist() == [287, 287]
    assert posts["saves"].fillna(-1).tolist() == [7, -1]


def test_of_two_columns_called_views_the_first_counts_and_an_excuse_is_no_post() -> None:
    made = of(
        '"Post ID","Page ID","Page name",Title,Description,"Publish time",Permalink,"Post type",'
        '"Data comment",Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,'
        "Views\n"
        "11429798,1089,Mira Knits,,Hello,02/28/2024 06:02,"
        "https://www.facebook.com/miraknits/posts/pfbid0d,Photo,,500,400,30,20,6,4,7\n"
        "12,1089,Mira Knits,,Reel,02/29/2024 06:02,https://www.facebook.com/reel/12,Reel,,"
        "9,8,7,6,5,4,3\n"
        ",,,,,,,,An error occurred for content 9335,,,,,,,\n"
    )
    posts = made.tables["posts"]
    assert made.format == "meta_business_suite_content_facebook"
    assert posts["views"].tolist() == [500, 9]
    assert posts["likes"].tolist() == [20, 6]
    assert posts["handle"].tolist() == ["miraknits", "miraknits"]
    assert made.rows_kept_out == 1
    assert "An error occurred" in made.problems["value"][0]


def test_meta_in_spanish() -> None:
    made = of(
        "Identificador de la publicación,Nombre de usuario de la cuenta,Descripción,"
        "Hora de publicación,Enlace permanente,Tipo de publicación,Visualizaciones,Alcance,"
        "Me gusta,Veces que se compartió,Comentarios,Veces que se guardó\n"
        "18012345,mira.knits,Hola,03/04/2026 15:04,https://www.instagram.com/p/Ab/,Foto,"
        "900,800,70,6,5,4\n"
    )
    post = made.tables["posts"].iloc[0]
    assert post[["views", "reach", "likes", "shares", "comments", "saves"]].tolist() == [
        900,
        800,
        70,
        6,
        5,
        4,
    ]
    assert post["posted_at"].month == 3  # Meta writes the month first in every language

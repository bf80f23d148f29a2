"""Analytics in a language that no table of headings knows are told by what stands where."""

import pytest

from core import readers
from core.errors import UnreadableFile

DAYS = 'დღე,ნახვები,მოწონებები\n2026-03-01,120,7\n2026-03-02,98,--\n2026-03-03,"1,040",31\n'
AGES = "ასაკი,წილი (%)\n18–24 წელი,10.8\n25–34 წელი,22.3\n35–44 წელი,31.2\n"
META_CHART = (
    'sep=,\n"Instagram-ის გამომწერები"\n"დღე","მთავარი"\n'
    '"2026-05-25T00:00:00","65"\n"2026-05-26T00:00:00","64"\n'
)
META_AUDIENCE = (
    'sep=,\n"ქალაქები"\n"თბილისი","ბათუმი"\n"31.7","11.1"\n\n"ასაკი და სქესი"\n"","კაცი","ქალი"\n'
    '"18-24","5.1","2.4"\n"25-34","15.4","7.6"\n"35-44","17.7","11.6"\n"65+","3.2","4"\n'
)


def x_posts(*ids: int, author: str = "yarn_lane") -> str:
    head = ",".join(f"სვეტი {letter}" for letter in "აბგდევზთიკლმნოპჟრ")
    rows = (
        f"{i},Thu Mar 20 2026,ძაფი,https://x.com/{author}/status/{i},33,2,4,0,1,0,3,5,0,0,0,0,0"
        for i in ids
    )
    return "\n".join([head, *rows])


def youtube(second: str) -> str:
    return (
        f"შინაარსი,{second},გამოქვეყნდა,ნახვები\nსულ,,,300\n"
        'dQw4w9WgXcQ,ძაფი,"Mar 2, 2026",200\na-B_cD3fGh1,ქსოვა,"Mar 9, 2026",100\n'
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (DAYS, "own_account_daily"),
        (AGES, "own_account_audience"),
        (f"\n{AGES}", "own_account_audience"),  # no title stands over it: it is not Meta's
        (META_CHART, "meta_business_suite_chart"),
        (META_AUDIENCE, "meta_business_suite_audience"),
        (x_posts(1902622306553184746, 1902621653873594581), "x_analytics_content"),
        (youtube("სათაური"), "youtube_studio_table"),
    ],
)
def test_they_are_no_list_of_creators_in_any_language(text: str, form: str) -> None:
    made = readers.read("ფაილი.csv", text.encode())
    assert made.format == form
    assert "This tells of one account over time, not a list of creators." in made.notes[0]
    assert made.tables["accounts"].empty
    assert made.rows_read + made.rows_kept_out == made.rows


def test_days_keep_their_numbers_under_the_words_of_the_file() -> None:
    daily = readers.read("a.csv", DAYS.encode()).tables["daily"]
    assert daily.loc[daily["measure"] == "ნახვები", "value"].tolist() == [120, 98, 1040]
    assert daily.loc[daily["measure"] == "მოწონებები", "value"].tolist() == [7, 31]


def test_posts_of_x_keep_their_numbers() -> None:
    posts = readers.read("a.csv", x_posts(1902622306553184746).encode()).tables["posts"]
    assert posts[["handle", "views", "likes", "comments", "shares"]].to_numpy().tolist() == [
        ["yarn_lane", 33, 2, 3, 5]
    ]


def test_videos_whose_columns_nobody_can_name_say_how_to_name_them() -> None:
    made = readers.read("a.csv", youtube("სათაური").encode())
    assert made.tables["posts"]["post_id"].tolist() == ["dQw4w9WgXcQ", "a-B_cD3fGh1"]
    assert made.tables["posts"]["views"].isna().all()
    assert any("Write “Views”" in note for note in made.notes)


@pytest.mark.parametrize(
    "text",
    [
        DAYS.replace("2026-03-02", "2026-03-09"),  # orders, say, on the days there were some
        DAYS.replace("98", "ძაფი"),
        DAYS.replace("დღე", "2026-02-28"),
        AGES.replace("25–34", "25–30").replace("35–44", "31–44"),
        META_CHART.replace('"64"', '"@mira"').replace('"65"', '"@tom"'),
    ],
)
def test_a_table_that_only_begins_like_them_is_asked_about(text: str) -> None:
    with pytest.raises(UnreadableFile):
        readers.read("a.csv", text.encode())


def test_a_list_of_people_with_a_day_in_front_stays_a_list() -> None:
    text = "day,followers,handle\n2026-03-01,10,@mira\n2026-03-02,20,@tom\n2026-03-03,30,@ana\n"
    assert readers.read("a.csv", text.encode()).format == "list_csv"

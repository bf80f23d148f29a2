"""Analytics of one's own account: daily numbers and own posts, whatever was done to the file."""

from pathlib import Path

import pytest

from core.readers import Reading, UnreadableFile, read

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"


def of(text: str, name: str = "export.csv", encoding: str = "utf-8") -> Reading:
    made = read(name, text.encode(encoding))
    assert made.rows_read + made.rows_kept_out == made.rows
    assert made.tables["accounts"].empty
    return made


def series(made: Reading, measure: str) -> dict[str, float]:
    daily = made.tables["daily"]
    rows = daily[daily["measure"] == measure]
    return dict(zip(rows["day"].dt.strftime("%Y-%m-%d"), rows["value"], strict=True))


def test_x_overview_newest_first() -> None:
    made = of(
        "Date,Impressions,Likes,Engagements,New follows,Profile visits\n"
        '"Thu, Sep 11, 2025",6878,84,286,3,27\n"Wed, Sep 10, 2025",9422,120,474,11,47\n',
        "mira_account_overview_analytics.csv",
    )
    assert made.format == "x_analytics_overview"
    assert series(made, "impressions") == {"2025-09-11": 6878, "2025-09-10": 9422}
    assert set(made.tables["daily"]["handle"]) == {"mira"}
    assert made.rows == 2


@pytest.mark.parametrize(
    ("link", "shares"), [("Link", "Share"), ("Post Link", "Shares")], ids=["early", "later"]
)
def test_x_content_old_and_new(link: str, shares: str) -> None:
    made = of(
        f"Post id,Date,Post text,{link},Impressions,Likes,Engagements,Bookmarks,{shares},Replies,"
        'Reposts\r\n1902622306553184746,Thu Mar 20 2025,"@tom why, so",'
        "https://x.com/mira/status/1902622306553184746,33,5,9,1,8,2,3\r\n"
    )
    post = made.tables["posts"].iloc[0]
    assert made.format == "x_analytics_content"
    assert (post["handle"], post["post_id"]) == ("mira", "1902622306553184746")
    assert post[["views", "likes", "comments", "shares", "saves"]].tolist() == [33, 5, 2, 3, 1]


def test_tiktok_videos_under_headings_that_nobody_wrote_down() -> None:
    headings = "Hora,Rótulo,Vínculo,Publicado,Corazones,Respuestas,Reenvíos,Vistos"
    row = "2026-11-01,Té,https://www.tiktok.com/@mira/video/{},2026-10-30,{},2,1,300\n"
    made = of(f"{headings}\n{row.format('7301', 10)}{row.format('7302', 12)}", "Contenido.csv")
    posts = made.tables["posts"]
    assert made.format == "tiktok_studio_content"
    assert posts["handle"].tolist() == ["mira", "mira"]
    assert posts[["likes", "comments", "shares", "views"]].iloc[1].tolist() == [12, 2, 1, 300]


def test_tiktok_videos_of_several_accounts_are_not_ones_own() -> None:
    headings = "Hora,Rótulo,Vínculo,Publicado,Corazones,Respuestas,Reenvíos,Vistos"
    row = "2026-11-01,Té,https://www.tiktok.com/@{}/video/73,2026-10-30,10,2,1,300\n"
    with pytest.raises(UnreadableFile):
        of(f"{headings}\n{row.format('mira')}{row.format('tom')}", "Contenido.csv")


def test_x_legacy_and_video() -> None:
    made = of(
        '"Tweet id","Tweet permalink","Tweet text","time","impressions","engagements",'
        '"engagement rate","retweets","replies","likes"\n'
        '"572","https://twitter.com/mira/status/572","Hi","2015-03-02 10:11 +0000","100.0","5.0",'
        '"0.05","1.0","2.0","3.0"\n'
    )
    post = made.tables["posts"].iloc[0]
    assert post[["views", "shares", "comments", "likes"]].tolist() == [100, 1, 2, 3]
    video = of(
        "Video overview,,,,,\nDate,Views,Watch Time (ms),Completion Rate,"
        'Average Watch Time (ms),Estimated Revenue\n"Thu, Sep 11, 2025",12,3400,12.5%,283,0\n'
    )
    assert video.format == "x_analytics_video"
    assert series(video, "completion_rate") == {"2025-09-11": 0.125}


TIKTOK = '"Date","Video Views","Profile Views","Likes"\n{}'


def test_dates_without_a_year_take_it_from_the_name_across_new_year() -> None:
    made = of(
        TIKTOK.format("30 December,10,--,1\n31 December,20,NAN,2\n1 January,30,4,3\n"),
        "Overview 2026-01-02.csv",
    )
    assert series(made, "video_views") == {"2025-12-30": 10, "2025-12-31": 20, "2026-01-01": 30}
    assert series(made, "profile_views") == {"2026-01-01": 4}
    assert any("2025 and 2026 is taken from the file's name" in note for note in made.notes)


def test_dates_without_a_year_take_it_from_the_date_beside() -> None:
    made = of(TIKTOK.format("31 Dezember 2024,10,1,1\n1. Januar,30,4,3\n2. Januar,5,6,7\n"))
    assert series(made, "video_views") == {"2024-12-31": 10, "2025-01-01": 30, "2025-01-02": 5}


def test_a_year_that_nothing_says_is_asked_for() -> None:
    made = of(TIKTOK.format("23 August,10,1,1\n24 August,30,4,3\n"), "Overview.csv")
    assert made.format == "tiktok_studio_overview"
    assert (made.rows, made.rows_kept_out) == (2, 0)
    assert made.tables["daily"]["day"].isna().all()
    assert set(made.problems["reason"]) == {"the date has no year"}
    assert any("Put the year into the name" in note for note in made.notes)


def test_tiktok_videos_and_shares_of_an_audience() -> None:
    made = of(
        "Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views\n"
        "Yarn,https://www.tiktok.com/@mira.knits/video/7301,2025/11/02,10,2,1,900\n"
    )
    post = made.tables["posts"].iloc[0]
    assert (post["handle"], post["post_id"]) == ("mira.knits", "7301")
    assert post[["likes", "comments", "shares", "views"]].tolist() == [10, 2, 1, 900]
    gender = of('"Gender","Distribution"\n"Male","0.2"\n"Female","0.8"\n', "FollowerGender.csv")
    assert (gender.format, gender.rows) == ("tiktok_studio_audience", 2)


def test_youtube_in_german_with_soft_hyphens_and_its_sum_row() -> None:
    made = of(
        "Vi\u00addeo,Vi\u00addeo\u00adti\u00adtel,Video\u00adveröf\u00adfentlichungs\u00adzeit,"
        "Auf\u00adru\u00adfe,Abon\u00adnen\u00adten\n"
        'Ge\u00adsamt,,,30,3\n-a_B3defgh1,Wolle,"Aug 28, 2025",20,2\n0b_B3defgh1,Garn,'
        '"Aug 29, 2025",10,1\n',
        "Tabellendaten.csv",
    )
    posts = made.tables["posts"]
    assert made.format == "youtube_studio_table"
    assert posts["post_id"].tolist() == ["-a_B3defgh1", "0b_B3defgh1"]
    assert posts["views"].tolist() == [20, 10]
    assert posts["url"][0] == "https://www.youtube.com/watch?v=-a_B3defgh1"
    assert made.problems[["row", "reason"]].to_numpy().tolist() == [
        [2, "it is the sum of the other rows"]
    ]


def test_youtube_chart_totals_and_audience() -> None:
    chart = of(
        "Date,Content,Video title,Video publish time,Duration,Views\n"
        '2025-06-13,abcdefghijk,Wool,"Sep 29, 2025",5,7\n'
    )
    assert series(chart, "views: abcdefghijk") == {"2025-06-13": 7}
    totals = of("Date,Views\r\n13-06-2025,1224\r\n14-06-2025,147\r\n", "Totals.csv")
    assert totals.format == "youtube_studio_totals"
    assert series(totals, "views") == {"2025-06-13": 1224, "2025-06-14": 147}
    who = of("Viewer age,Views (%)\n13–17 years,0.61\n18–24 years,99.39\n")
    assert (who.format, who.rows_read) == ("youtube_studio_audience", 2)


def test_numbers_a_day_of_an_unknown_maker_are_still_no_creators() -> None:
    made = of("Date,Impressions,Clicks\n2026-01-01,10,1\n2026-01-02,20,x\n")
    assert made.format == "own_account_daily"
    assert series(made, "clicks") == {"2026-01-01": 1}
    assert made.problems[["row", "column", "value"]].to_numpy().tolist() == [[3, "clicks", "x"]]


def test_a_list_with_a_date_first_stays_a_list() -> None:
    made = read("list.csv", b"Date,Username,Followers\n2026-01-01T00:00:00,mira,10\n")
    assert made.format == "list_csv"


def test_headings_without_rows_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="no rows"):
        read("Overview.csv", b"Date,Video views,Profile views\n")


def test_a_table_of_days_that_counts_nothing_of_an_account_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read("weather.csv", b"Date,Temperature\n2026-01-01,4\n2026-01-02,5\n")
    assert "weather.csv" in refusal.value.what


@pytest.mark.parametrize(
    "heading",
    [
        "Datum,Videoaufrufe,Profilaufrufe,Likes,Kommentare,Shares",
        "Date,Vues de vidéos,Vues du profil,J’aime,Commentaires,Partages",
        "Fecha,Visualizaciones de video,Visitas al perfil,Me gusta,Comentarios,Compartidos",
        "Data,Visualizações de vídeo,Visualizações do perfil,Curtidas,Comentários,Partilhas",
        "Дата,Просмотры видео,Просмотры профиля,Лайки,Комментарии,Репосты",
        "日付,動画視聴数,プロフィール表示数,いいね,コメント,シェア",
    ],
    ids=["de", "fr", "es", "pt", "ru", "ja"],
)
def test_tiktok_studio_in_other_languages_counts_the_same(heading: str) -> None:
    made = of(f"{heading}\n2025-10-31,10,2,3,--,0\n2025-11-01,20,3,1,0,0\n", "Overview.csv")
    assert made.format == "tiktok_studio_overview"
    assert series(made, "video_views") == {"2025-10-31": 10, "2025-11-01": 20}
    assert series(made, "likes") == {"2025-10-31": 3, "2025-11-01": 1}
    assert series(made, "comments") == {"2025-11-01": 0}


@pytest.mark.parametrize(
    ("fixture", "says"),
    [
        ("x_overview.csv", "numbers by day are kept for the record only; no page shows them"),
        ("tiktok_overview.csv", "numbers by day are kept for the record only"),
        ("youtube_chart.csv", "numbers by day are kept for the record only"),
        ("meta_charts.csv", "numbers by day are kept for the record only"),
        ("x_content.csv", "then show with that creator on Creators, and count on Engagement"),
        ("meta_content.csv", "then show with that creator on Creators, and count on Engagement"),
        ("youtube_table.csv", "its posts do not name their account. If it is a creator's"),
        ("meta_audience_cyrillic.csv", "they are not kept, and no page shows them"),
        ("instagram_audience_insights.json", "are for you to read; no page shows them"),
    ],
)
def test_an_own_account_file_says_what_it_is_good_for(fixture: str, says: str) -> None:
    made = read(fixture, (FIXTURES / fixture).read_bytes())
    said = " ".join(made.notes)
    assert made.of_own_account
    assert says in said
    assert "To rank creators, bring a list of them." in said
    assert made.tables["accounts"].empty


VIDEO = "aBcdefghij1,Herbata,10 mar 2025,312,800,40.1,8,5000"
POST = (
    "17974697564884257,17841400882674637,tea.haus,Tea Haus,Hi,0,03/10/2025 09:30,"
    "https://www.instagram.com/p/Abc/,IG,,All,1000,50"
)


@pytest.mark.parametrize(
    ("headings", "row", "format_", "handles", "views", "kept_out"),
    [
        (
            "Treści,Tytuł filmu,Czas publikacji filmu,Czas trwania,Wyświetlenia,Czas oglądania,"
            "Subskrybenci,Miniatury\nŁącznie,,,,1234,56,12,9000",
            VIDEO,
            "youtube_studio_table",
            [],
            800,
            1,
        ),
        (
            "コンテンツ,動画のタイトル,動画公開時刻,長さ,視聴回数,総再生時間,チャンネル登録者,表示回数",
            VIDEO,
            "youtube_studio_table",
            [],
            800,
            0,
        ),
        (
            "ID del post,ID account,Nome utente dell'account,Nome dell'account,Descrizione,Durata,"
            "Ora,Permalink,Tipo,Commento,Data,Visualizzazioni,Mi piace",
            POST,
            "meta_business_suite_content_instagram",
            ["tea.haus"],
            1000,
            0,
        ),
    ],
)
def test_own_posts_are_known_by_what_stands_where(
    headings: str, row: str, format_: str, handles: list[str], views: int, kept_out: int
) -> None:
    made = of(f"{headings}\n{row}\n")
    posts = made.tables["posts"]
    assert made.format == format_
    assert posts["handle"].dropna().tolist() == handles
    assert posts["posted_at"].dt.strftime("%Y-%m-%d").tolist() == ["2025-03-10"]
    assert posts["views"].tolist() == [views]
    assert made.rows_kept_out == kept_out

"""Influencers, posts, tracking and payouts that share an id: row for row, nothing added up."""

import io

import pandas as pd
import pytest

from core.exports import workbook
from core.readers import read, registers

INFLUENCERS = (
    "ID,name,category,gender,follower_count,platform\n"
    "INF001,Mira Moss,Fitness,F,12000,Instagram\nINF002,Tom Lane,Food,M,98000,YouTube\n"
)
POSTS = (
    "influencer_id,platform,date,URL,caption,reach,likes,comments\n"
    'INF001,Instagram,2025-03-01,https://www.instagram.com/p/Ab1/,"Yarn, wool",5000,200,10\n'
    "INF001,Instagram,2025-03-02,https://www.instagram.com/p/Ab2/,More,4000,100,x\n"
)
TRACKING = (
    "source,campaign,influencer_id,user_id,product,date,orders,revenue\n"
    "Instagram,Spring,INF001,u1,Yarn,2025-03-03,1,250.5\n"
    "Instagram,Spring,INF001,u2,Yarn,2025-03-04,2,500\n"
    "YouTube,Spring,INF002,u3,Wool,2025-03-04,1,99\n"
)
PAYOUTS = (
    "influencer_id,basis,rate,orders,total_payout\nINF001,post,500,0,1000\nINF002,order,20,1,20\n"
    ",order,20,1,20\n"
)


def test_tracking_gives_one_deal_a_row() -> None:
    made = read("tracking_data.csv", TRACKING.encode())
    deals = made.tables["deals"]
    assert made.format == "campaign_csv"
    assert deals["handle"].tolist() == ["INF001", "INF001", "INF002"]
    assert deals["platform"].tolist() == ["instagram", "instagram", "youtube"]
    assert deals["orders"].tolist() == [1, 2, 1]
    assert deals["revenue"].tolist() == [250.5, 500, 99]
    assert deals["code"].tolist() == ["Spring"] * 3
    assert deals["agreed_at"].dt.day.tolist() == [3, 4, 4]


def test_payouts_are_fees_and_a_row_without_an_id_is_kept_out() -> None:
    made = read("payouts.csv", PAYOUTS.encode())
    assert made.tables["deals"]["fee"].tolist() == [1000, 20]
    assert made.tables["deals"]["format"].tolist() == ["post", "order"]
    assert (made.rows, made.rows_kept_out) == (3, 1)


def test_posts_and_influencers() -> None:
    made = read("posts.csv", POSTS.encode())
    assert made.tables["posts"]["likes"].tolist() == [200, 100]
    assert made.problems[["row", "column", "value"]].to_numpy().tolist() == [[3, "comments", "x"]]
    people = read("influencers.csv", INFLUENCERS.encode()).tables["accounts"]
    assert people["handle"].tolist() == ["INF001", "INF002"]
    assert people["name"].tolist() == ["Mira Moss", "Tom Lane"]
    assert people["followers"].tolist() == [12_000, 98_000]


def book(**sheets: str) -> bytes:
    def cells(text: str) -> pd.DataFrame:
        return pd.read_csv(io.StringIO(text), header=None, dtype="str", keep_default_na=False)

    return workbook.xlsx({name: cells(text) for name, text in sheets.items()})


def test_a_workbook_of_a_list_and_what_it_brought_fits_together() -> None:
    made = read("campaign.xlsx", book(people=LISTED, posts=POSTS, sales=TRACKING))
    assert made.rows == 7
    assert made.tables["accounts"]["handle"].tolist() == ["mira.moss", "tom_lane"]
    assert set(made.tables["posts"]["handle"]) == {"mira.moss"}
    assert set(made.tables["deals"]["handle"]) == {"mira.moss", "tom_lane"}


def test_a_workbook_of_all_four_fits_together() -> None:
    sheets = {"influencers": INFLUENCERS, "posts": POSTS, "tracking": TRACKING, "payouts": PAYOUTS}
    made = read("campaign.xlsx", book(**sheets))
    assert made.format == "campaign_xlsx"
    assert made.rows == 10
    assert {name: len(made.tables[name]) for name in ("accounts", "posts", "deals")} == {
        "accounts": 2,
        "posts": 2,
        "deals": 5,
    }
    paid = made.tables["deals"].dropna(subset=["fee"])
    assert paid["platform"].tolist() == ["instagram", "youtube"]  # the payouts do not say it


def together(*files: tuple[str, str]) -> dict[str, registers.Reading]:
    readings = [(name, read(name, text.encode())) for name, text in files]
    names = [name for name, _ in readings]
    return dict(zip(names, registers.together(readings), strict=True))


LISTED = (
    "ID,name,follower_count,platform\n"
    "INF001,mira.moss,12000,Instagram\nINF002,tom_lane,98000,YouTube\n"
)


def test_files_dropped_together_find_whose_ids_they_count_on() -> None:
    strange = TRACKING + "TikTok,Spring,INF009,u3,Wool,2025-03-04,1,99\n"
    made = together(("influencers.csv", LISTED), ("t.csv", strange), ("p.csv", PAYOUTS))
    deals = made["t.csv"].tables["deals"]
    assert deals["handle"].tolist() == ["mira.moss", "mira.moss", "tom_lane", "INF009"]
    assert made["t.csv"].notes == [
        "“influencers.csv” says whose ids these are: 2 people found.",
        "Whose ids “INF009” are, no table says yet; their rows stay under the id.",
        "Columns that were not used: “user_id” and “product”.",
    ]
    paid = made["p.csv"].tables["deals"]
    assert paid[["platform", "handle"]].to_numpy().tolist() == [
        ["instagram", "mira.moss"],
        ["youtube", "tom_lane"],
    ]


def test_a_sale_is_the_accounts_wherever_it_came_from_and_a_post_stands_where_it_is() -> None:
    posts = POSTS.replace(",Instagram,2025-03-01", ",TikTok,2025-03-01")
    sold = TRACKING.replace("Instagram,Spring", "Newsletter,Spring", 1)
    made = together(("i.csv", LISTED), ("posts.csv", posts), ("t.csv", sold))
    assert made["posts.csv"].tables["posts"]["platform"].tolist() == ["tiktok", "instagram"]
    assert made["t.csv"].tables["deals"]["platform"].tolist()[:2] == ["instagram", "instagram"]


def test_an_id_that_two_tables_give_to_two_people_stays_an_id() -> None:
    other = LISTED.replace("mira.moss", "somebody.else")
    made = together(("i.csv", LISTED), ("j.csv", other), ("p.csv", PAYOUTS))
    assert made["p.csv"].tables["deals"]["handle"].tolist() == ["INF001", "tom_lane"]


@pytest.mark.parametrize(
    "heading", ["id,name,followers,platform", "influencer_id,username,followers"]
)
def test_handles_are_taken_where_there_are_any(heading: str) -> None:
    row = "1,mira.knits,10,Instagram" if "platform" in heading else "INF1,mira.knits,10"
    made = read("list.csv", f"{heading}\n{row}\n".encode())
    assert made.format == "list_csv"
    assert made.tables["accounts"]["handle"].tolist() == ["mira.knits"]


SOLD = (
    "Handle,Platform,Date,Code,Orders,Revenue,Fee\n"
    '@mira.moss,Instagram,2026-12-01,MIRA,4,"$1,160.50",$224\n'
    "@mira.moss,Instagram,2026-12-03,MIRA,2,80,\n"
    "https://www.tiktok.com/@tom_lane,TikTok,2026-12-01,TOM,1,40,190\n"
    "Two Words,Instagram,2026-12-01,TOM,1,40,190\n"
)


def test_orders_and_fees_by_handle_are_deals_and_no_list_with_prices() -> None:
    made = read("sales.csv", SOLD.encode())
    deals = made.tables["deals"]
    assert made.tables["accounts"].empty
    assert deals["handle"].tolist() == ["mira.moss", "mira.moss", "tom_lane"]
    assert deals["platform"].tolist() == ["instagram", "instagram", "tiktok"]
    assert deals["orders"].tolist() == [4, 2, 1]
    assert deals["revenue"].tolist() == [1160.5, 80, 40]
    assert deals["fee"].fillna(-1).tolist() == [224, -1, 190]
    assert deals["code"].tolist() == ["MIRA", "MIRA", "TOM"]
    assert (made.rows, made.rows_kept_out) == (4, 1)
    assert made.problems["value"].tolist() == ["Two Words"]
    assert [note for note in made.notes if "counts as the price of one piece" in note] == made.notes
    assert len(made.notes) == 1


def test_how_many_pieces_a_payment_was_for_is_read_or_named_as_unknown() -> None:
    rows = "handle,orders,fee,pieces\nmira.moss,4,300,3\ntom_lane,2,100,"
    made = read("sales.csv", (rows + "1\n").encode())
    assert made.tables["deals"]["count"].tolist() == [3, 1]
    assert made.notes == []
    assert "one piece" in read("sales.csv", (rows + "\n").encode()).notes[0]


def test_a_problem_names_its_sheet() -> None:
    made = read("campaign.xlsx", book(influencers=INFLUENCERS, payouts=PAYOUTS))
    assert made.problems["file"].tolist() == ["campaign.xlsx, sheet “payouts”"]
    assert made.of_campaign


def test_columns_that_nothing_is_read_from_are_named() -> None:
    wider = "Home city,ID,name,follower_count,platform\nUlm,INF001,Mira Moss,12000,Instagram\n"
    made = read("influencers.csv", wider.encode())
    assert made.tables["accounts"]["handle"].tolist() == ["INF001"]
    assert made.notes[-1] == "Columns that were not used: “Home city”."


def test_a_table_dropped_now_says_better_whose_ids_these_are_than_one_from_before() -> None:
    here = pd.DataFrame(
        {"id": ["INF001", "INF002"], "platform": ["instagram", "youtube"]}
        | {"handle": ["mira.old", "tom.old"], "file": ["old.csv", "old.csv"]}
    )
    sold = [("t.csv", read("t.csv", TRACKING.encode()))]
    assert set(registers.together(sold, here)[0].tables["deals"]["handle"]) == {
        "mira.old",
        "tom.old",
    }
    listed = read("now.csv", LISTED.replace("INF002", "INF003").encode())
    made = registers.together([*sold, ("now.csv", listed)], here)[0]
    assert set(made.tables["deals"]["handle"]) == {"mira.moss", "tom.old"}
    assert made.notes[0] == (
        "“now.csv” and “old.csv”, brought in before, say whose ids these are: 2 people found."
    )


def test_a_network_said_by_hand_is_said_of_the_ids_too() -> None:
    listed = read("people.csv", b"ID,username,followers\n7,mira,1200\n8,tom,900\n")
    assert listed.on_platform("tiktok").ids["platform"].tolist() == ["tiktok", "tiktok"]


def test_the_column_with_ids_of_ones_own_is_named_and_can_be_any() -> None:
    listed = read("people.csv", b"ID,username,followers\n7,mira,1200\n8,tom,900\n")
    assert listed.unused == []
    text = b"ref,username,followers\nA7,mira,1200\nA8,tom,900\n"
    assert read("people.csv", text).unused == ["ref"]
    said = read("people.csv", text, mapping={"ref": "own_id"})
    assert said.ids[["id", "handle"]].to_numpy().tolist() == [["A7", "mira"], ["A8", "tom"]]

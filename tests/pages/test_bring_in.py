"""Bringing in: nothing enters without a click, nothing is lost in silence, everything can leave."""

import datetime

import pytest

from pages.parts import cached

LIST = b"""Username;Followers;Avg. likes;Avg. comments;Price (USD)
@tea.with.ida;3.4K;210;14;60
steep_slowly;12,300;420;25;
;900;10;1;20
harbour.cups;3l0;300;20;80
"""
FOLLOWERS = b"""[{"string_list_data": [{"value": "ana", "timestamp": 1732655897}]},
 {"string_list_data": [{"value": "bob", "timestamp": 1735655897}]}]"""


def drop(visit, *files: tuple[str, bytes]):
    visit.file_uploader[0].set_value([(name, content, "text/plain") for name, content in files])
    return visit.run()


def button(visit, label: str):
    return next(one for one in visit.button if one.label == label)


def test_a_list_waits_for_the_click_then_is_in(open_page) -> None:
    noted = LIST.replace(b"\n", b";2 calls\n").replace(b"2 calls", b"Our notes", 1)
    visit = drop(open_page("bring_in"), ("list.csv", noted))
    assert not visit.exception
    assert cached.the_store().uploads().empty
    assert any("not used: “Our notes”. If one of them" in one.value for one in visit.caption)
    button(visit, "Add this file").click().run()
    uploads = cached.the_store().uploads()
    assert uploads["name"].tolist() == ["list.csv"]
    assert uploads["rows_kept_out"].tolist() == [1]
    assert cached.creators()["handle"].tolist() == ["tea.with.ida", "steep_slowly", "harbour.cups"]


def test_the_network_that_a_list_does_not_name_can_be_said(open_page) -> None:
    visit = drop(open_page("bring_in"), ("list.csv", LIST))
    network = next(one for one in visit.selectbox if one.label == "Which network are they on?")
    network.select("instagram").run()
    button(visit, "Add this file").click().run()
    assert set(cached.creators()["platform"]) == {"instagram"}


def test_adding_all_says_how_many_lists_are_without_a_network_and_does_not_wait(open_page) -> None:
    visit = drop(open_page("bring_in"), ("a.csv", LIST), ("b.csv", LIST + b"zoe;5;;;\n"))
    silent = [one.value for one in visit.caption if "still without a network" in one.value]
    assert len(silent) == 1 and "2 lists are still" in silent[0]
    asked = [one for one in visit.selectbox if one.label == "Which network are they on?"]
    asked[0].select("instagram").run()
    assert any("1 list is still without a network" in one.value for one in visit.caption)
    button(visit, "Add all 2 files").click().run()
    assert not visit.exception
    assert set(cached.creators()["platform"].fillna("not said")) == {"instagram", "not said"}


def test_the_same_file_twice_in_one_drop_is_one_upload(open_page) -> None:
    visit = drop(open_page("bring_in"), ("one.csv", LIST), ("two.csv", LIST))
    assert not visit.exception
    assert any("The same, byte for byte, as “one\\.csv”" in one.value for one in visit.caption)
    button(visit, "Add this file").click().run()
    assert not visit.exception
    assert len(cached.the_store().uploads()) == 1


def test_a_bad_file_gets_its_sentence_and_the_others_still_go_in(open_page) -> None:
    visit = drop(
        open_page("bring_in"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(99)),
        ("f.json", FOLLOWERS),
    )
    assert [error.value for error in visit.error] != []
    button(visit, "Add this file").click().run()
    assert cached.followers()["follower"].tolist() == ["ana", "bob"]


def test_an_upload_is_taken_out_with_all_that_came_from_it(open_page) -> None:
    visit = drop(open_page("bring_in"), ("list.csv", LIST))
    button(visit, "Add this file").click().run()
    button(visit, "Take out").click().run()
    assert cached.the_store().uploads().empty
    assert cached.creators().empty


def test_pasted_handles_become_creators_with_the_numbers_typed(open_page) -> None:
    visit = open_page("bring_in")
    visit.segmented_control[0].set_value("Handles").run()
    visit.text_area[0].set_value("@ana.pours https://www.tiktok.com/@bob.steeps").run()
    assert not visit.exception
    button(visit, "Add these").click().run()
    assert sorted(cached.creators()["creator"]) == ["tiktok/bob.steeps", "unknown/ana.pours"]


@pytest.mark.parametrize("text", ["<script>", "=1+1"])
def test_pieces_that_are_no_handles_are_said(text: str, open_page) -> None:
    visit = open_page("bring_in")
    visit.segmented_control[0].set_value("Handles").run()
    visit.text_area[0].set_value(f"@ana.pours, {text}").run()
    assert any("Left out" in one.label for one in visit.expander)
    button(visit, "Add these").click().run()
    assert cached.creators()["handle"].tolist() == ["ana.pours"]


def test_a_follower_export_alone_says_what_is_missing(open_page) -> None:
    visit = drop(open_page("bring_in"), ("f.json", FOLLOWERS))
    button(visit, "Add this file").click().run()
    for page in ("creators", "engagement", "budget"):
        visit.switch_page(f"pages/{page}.py").run()
        assert [one.proto.title for one in visit.info] == ["What is here has no numbers yet"]


def test_the_day_of_an_older_list_decides_which_value_is_newest(open_page) -> None:
    visit = drop(open_page("bring_in"), ("new.csv", b"handle,followers\nana.pours,9000\n"))
    button(visit, "Add this file").click().run()
    drop(visit, ("old.csv", b"handle,followers\nana.pours,800\n"))
    visit.date_input[0].set_value(datetime.date(2019, 5, 1)).run()
    button(visit, "Add this file").click().run()
    assert cached.creators()["followers"].tolist() == [9000.0]


def test_the_brands_own_analytics_make_it_no_creator(open_page) -> None:
    content = (
        b'"Post ID","Account ID","Account username","Account name",Description,'
        b'"Duration (sec)","Publish time",Permalink,"Post type","Data comment",Date,'
        b"Views,Reach,Likes,Shares,Follows,Comments,Saves\n"
        b"17974697564884257,1,kettle_shop,Kettle,Tea,0,05/26/2026 10:23,"
        b"https://www.instagram.com/p/abc/,IG image,,Lifetime,90,80,7,1,0,2,3\n"
    )
    visit = drop(open_page("bring_in"), ("content.csv", content))
    button(visit, "Add this file").click().run()
    assert not visit.exception
    assert len(cached.tables()["posts"]) == 1
    assert cached.creators().empty


def test_files_of_one_drop_belong_together_and_posts_get_their_author(open_page) -> None:
    videos = b"Content,Video title,Video publish time,Views\naBcdefghij1,Tea,2025-03-10,800\n"
    people = b"ID,name,follower_count,platform\n1,mira.moss,900,Instagram\n"
    sales = b"influencer_id,platform,date,orders,revenue\n1,Instagram,2025-03-10,2,40\n"
    files = ("v.csv", videos), ("people.csv", people), ("sales.csv", sales)
    visit = drop(open_page("bring_in"), *files)
    assert any("says whose ids these are" in one.value for one in visit.caption)
    next(one for one in visit.segmented_control if "numbers" in one.label).set_value(
        "A creator's"
    ).run()
    named = next(one for one in visit.text_input if one.label == "Handle of that account")
    named.set_value("@tea.tube").run()
    button(visit, "Add all 3 files").click().run()
    assert not visit.exception
    tables = cached.tables()
    assert tables["deals"]["handle"].tolist() == ["mira.moss"]
    assert tables["posts"]["handle"].tolist() == ["tea.tube"]


def test_what_a_mark_in_numbers_means_is_asked_and_remembered(open_page) -> None:
    unsure = b"username,avg likes\nida,1.234\nzoe,2.500\n"
    visit = drop(open_page("bring_in"), ("a.csv", unsure))
    assert any("What does 1.234 mean in “avg likes”?" in one.value for one in visit.markdown)
    button(visit, "It is less than two: they are decimals").click().run()
    assert not any("What does 1.234 mean" in one.value for one in visit.markdown)
    button(visit, "Add this file").click().run()
    assert not visit.exception
    assert cached.tables()["accounts"]["avg_likes"].tolist() == [1.234, 2.5]
    visit = drop(open_page("bring_in"), ("b.csv", unsure + b"ana,1.750\n"))
    assert not any("What does 1.234 mean" in one.value for one in visit.markdown)


def test_parts_of_a_list_dropped_together_do_not_ask_for_each_other(open_page) -> None:
    second = FOLLOWERS.replace(b"ana", b"eva")
    visit = drop(open_page("bring_in"), ("followers_2.json", second))
    assert any("This is one part of the list; bring" in one.value for one in visit.caption)
    visit = drop(visit, ("followers_1.json", FOLLOWERS), ("followers_2.json", second))
    assert not visit.exception
    assert not any("This is one part of the list; bring" in one.value for one in visit.caption)
    assert any("which came together with this file" in one.value for one in visit.caption)


def test_ids_are_joined_with_the_table_that_was_brought_in_a_week_before(open_page) -> None:
    people = b"ID,username,followers,platform\n7,mira,1200,Instagram\n8,tom,900,Instagram\n"
    sales = b"influencer_id,date,orders,revenue\n7,2026-03-02,1,40\n9,2026-03-03,1,50\n"
    visit = drop(open_page("bring_in"), ("people.csv", people))
    button(visit, "Add this file").click().run()
    visit = drop(visit, ("sales.csv", sales))
    assert not visit.exception
    said = [one.value for one in visit.caption]
    assert any(", brought in before, says whose ids these are" in one for one in said)
    assert any("Whose ids “9” are, no table says yet" in one for one in said)
    button(visit, "Add this file").click().run()
    deals = cached.the_store().tables()["deals"]
    assert deals["handle"].tolist() == ["mira", "9"]
    assert deals["platform"].tolist()[0] == "instagram"
    visit = drop(visit, ("more.csv", b"ID,username,followers,platform\n9,ana,70,Instagram\n"))
    assert any(
        "It also says whose the ids in “sales\\.csv”, brought in before, are" in one.value
        for one in visit.caption
    )
    button(visit, "Add this file").click().run()
    assert cached.the_store().tables()["deals"]["handle"].tolist() == ["mira", "ana"]

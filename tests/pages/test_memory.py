"""What was said about one file is used by itself for the next with the same headings."""

import hashlib

from pages.parts import cached

FIRST = b"Wer;Wo;Wie viele\nmira.knits;Berlin;12.300\nlea__climbs;Kiel;900\n"
SECOND = b"Wie viele;Wer;Wo\n45.000;tomas_bakes;Bonn\n2.100;ida.tea;Ulm\n"  # another order
SAID = {"Wer": "handle", "Wo": "", "Wie viele": "followers"}
LIST = b"Username,Followers,Price\nmira.knits,3400,60\n"
NEXT = b"Username,Followers,Price\nlea__climbs,900,25\n"
FOLLOWERS = b"""[{"string_list_data": [{"value": "ana", "timestamp": 1732655897}]},
 {"string_list_data": [{"value": "bob", "timestamp": 1735655897}]}]"""


def drop(visit, *files: tuple[str, bytes]):
    visit.file_uploader[0].set_value([(name, content, "text/plain") for name, content in files])
    return visit.run()


def button(visit, label: str):
    return next(one for one in visit.button if one.label == label)


def asked(visit, label: str):
    return next(one for one in visit.selectbox if one.label == label)


def said(visit) -> str:
    return " ".join(str(one.value) for one in visit.markdown)


def teach(visit):
    """The first file, its columns set by hand, added."""
    drop(visit, ("first.csv", FIRST))
    assert len(visit.warning) == 1
    visit.session_state[f"mapping_{hashlib.sha256(FIRST).hexdigest()}"] = SAID
    visit.run()
    button(visit, "Add this file").click().run()
    return visit


def test_the_next_file_with_the_same_headings_is_read_by_itself(open_page) -> None:
    visit = drop(teach(open_page("bring_in")), ("second.csv", SECOND))
    assert not visit.exception
    assert len(visit.warning) == 0
    assert "Columns read as you set them on" in said(visit)
    button(visit, "Add this file").click().run()
    accounts = cached.tables()["accounts"]
    assert accounts["followers"].tolist() == [12_300, 900, 45_000, 2_100]


def test_it_can_be_forgotten_beside_the_file(open_page) -> None:
    visit = drop(teach(open_page("bring_in")), ("second.csv", SECOND))
    button(visit, "Forget this").click().run()
    assert not visit.exception
    assert len(visit.warning) == 1
    assert "Columns read as you set them" not in said(visit)
    assert cached.the_store().mappings.every() == []


def test_it_is_listed_and_forgotten_on_the_workspace_page(open_page) -> None:
    visit = teach(open_page("bring_in"))
    visit.session_state["workspace_tab"] = "Data"
    visit.switch_page("pages/workspace.py").run()
    assert any("“Wer”: Handle" in one.value.replace("\\", "") for one in visit.caption)
    button(visit, "Forget").click().run()
    assert not visit.exception
    assert cached.the_store().mappings.every() == []


def test_nothing_is_remembered_of_a_file_that_was_not_added(open_page) -> None:
    visit = drop(open_page("bring_in"), ("first.csv", FIRST))
    visit.session_state[f"mapping_{hashlib.sha256(FIRST).hexdigest()}"] = SAID
    visit.run()
    assert cached.the_store().mappings.every() == []


def test_answers_are_proposed_again_and_can_be_others(open_page) -> None:
    visit = drop(open_page("bring_in"), ("list.csv", LIST))
    asked(visit, "Which network are they on?").select("instagram").run()
    asked(visit, "Which currency are its prices in?").select("EUR").run()
    asked(visit, "Where do these people come from?").select("agency").run()
    button(visit, "Add this file").click().run()
    drop(visit, ("next.csv", NEXT))
    assert "Answered as you answered on" in said(visit)
    assert asked(visit, "Which network are they on?").value == "instagram"
    asked(visit, "Where do these people come from?").select("group").run()
    button(visit, "Add this file").click().run()
    accounts = cached.tables()["accounts"]
    assert accounts["platform"].tolist() == ["instagram", "instagram"]
    assert accounts["currency"].tolist() == ["EUR", "EUR"]
    assert accounts["found_via"].tolist() == ["agency", "group"]
    (remembered,) = cached.the_store().mappings.every()
    assert remembered.answers["found_via"] == "group"


def test_forgetting_answers_asks_again(open_page) -> None:
    visit = drop(open_page("bring_in"), ("list.csv", LIST))
    asked(visit, "Which network are they on?").select("instagram").run()
    button(visit, "Add this file").click().run()
    drop(visit, ("next.csv", NEXT))
    button(visit, "Forget this").click().run()
    assert asked(visit, "Which network are they on?").value is None


def test_whose_follower_lists_one_brings_is_remembered(open_page) -> None:
    visit = drop(open_page("bring_in"), ("f.json", FOLLOWERS))
    visit.segmented_control(
        key=next(one.key for one in visit.segmented_control if one.label == "Whose list is it?")
    ).set_value("A creator's").run()
    button(visit, "Add this file").click().run()
    drop(visit, ("g.json", FOLLOWERS.replace(b"bob", b"cleo")))
    whose = next(one for one in visit.segmented_control if one.label == "Whose list is it?")
    assert whose.value == "A creator's"


def test_what_the_name_of_a_file_says_is_proposed_and_can_be_corrected(open_page) -> None:
    visit = drop(open_page("bring_in"), ("agency roster.csv", LIST))
    where = asked(visit, "Where do these people come from?")
    assert where.value == "agency"
    where.select("customers").run()
    button(visit, "Add this file").click().run()
    assert cached.tables()["accounts"]["found_via"].tolist() == ["customers"]


def test_erasing_everything_forgets_it_too(open_page) -> None:
    teach(open_page("bring_in"))
    cached.the_store().erase_everything()
    assert cached.the_store().mappings.every() == []

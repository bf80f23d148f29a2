"""What people decide is kept: shortlist, notes, plans, workspace; and everything can be erased."""

from core.budget.question import Question
from core.scoring import DIMENSIONS, PRESETS
from pages.parts import cached
from tests.pages import tiles

WORKED_WITH = "instagram/zola.foghorn_kq"


def button(visit, label: str):
    return next(one for one in visit.button if one.label == label)


def open_creator(open_shop):
    visit = open_shop("creators")
    visit.query_params["creator"] = WORKED_WITH
    return visit.switch_page("pages/creator.py").run()


def test_a_creator_goes_on_the_shortlist_and_off_again(open_shop) -> None:
    visit = open_creator(open_shop)
    button(visit, "Put on the shortlist").click().run()
    assert cached.the_store().shortlist() == [WORKED_WITH]
    button(visit, "Take off the shortlist").click().run()
    assert cached.the_store().shortlist() == []


def test_a_note_is_kept_shown_letter_by_letter_and_removed(open_shop) -> None:
    visit = open_creator(open_shop)
    box = next(one for one in visit.text_area if one.label == "Write a note")
    box.set_value("Called; ![x](https://example.com/x.png) <b>")
    button(visit, "Keep the note").click().run()
    note = next(one.value for one in visit.markdown if "Called" in one.value)
    assert "![x]" not in note  # a picture would be fetched from another host
    button(visit, "Remove").click().run()
    assert cached.the_store().notes(WORKED_WITH).empty


def test_every_number_of_a_creator_has_its_passport(open_shop) -> None:
    visit = open_creator(open_shop)
    shown = len(tiles.on(visit))
    said = "".join(one.value for one in visit.markdown)
    assert shown >= 6
    assert said.count("Worked out as:") >= shown + len(DIMENSIONS)


def test_another_total_gives_another_plan(open_shop) -> None:
    visit = open_shop("budget")
    before = tiles.on(visit)[1]
    total = next(one for one in visit.number_input if one.label.startswith("Total"))
    total.set_value(400).run()
    assert not visit.exception
    assert tiles.on(visit)[1] != before
    answer = cached.answer(visit.session_state["plan_history"].now)
    assert answer.plan.cost <= 400
    assert answer.plan.exact


def test_a_goal_brings_its_odds(open_shop) -> None:
    visit = open_shop("budget")
    wanted = next(one for one in visit.number_input if one.label.startswith("How many"))
    wanted.set_value(100).run()
    assert "Chance to reach the goal" in [label for label, *_ in tiles.on(visit)]


def test_a_plan_is_kept_and_removed(open_shop) -> None:
    visit = open_shop("budget")
    visit.session_state["plan_keep_line"] = True
    visit.run()
    name = next(one for one in visit.text_input if one.label == "Keep this plan as")
    name.set_value("Spring")
    button(visit, "Keep").click().run()
    assert [one.value for one in visit.toast] == ["The plan is kept as it is now."]
    assert not visit.session_state["plan_keep_line"]  # it has closed
    kept = cached.the_store().plans()
    assert kept["name"].tolist() == ["Spring"]
    assert kept["cost"].iloc[0] <= Question().total
    button(visit, "Remove for good").click().run()
    assert cached.the_store().plans().empty


def test_the_stories_page_sets_the_plan_of_the_budget_page_beside_the_campaigns(open_shop) -> None:
    visit = open_shop("budget")
    total = next(one for one in visit.number_input if one.label.startswith("Total"))
    total.set_value(200).run()
    chosen = cached.answer(visit.session_state["plan_history"].now).plan.chosen
    visit.switch_page("pages/stories.py").run()
    assert not visit.exception
    finding = next(one.value for one in visit.markdown if one.value.startswith("## "))
    assert f"{chosen['creator'].nunique()} creators" in finding


def test_other_scales_are_kept_and_used(open_shop) -> None:
    visit = open_shop("workspace")
    visit.session_state["workspace_tab"] = "Scales"
    visit.run()
    benchmark = next(one for one in visit.selectbox if one.label.startswith("Published"))
    benchmark.select("MODASH")
    scheme = next(one for one in visit.selectbox if one.label == "Sizes")
    scheme.select("standard")
    next(one for one in visit.button if one.form_id == "workspace_scales").click().run()
    assert not visit.exception
    assert cached.settings().benchmark == "MODASH"
    assert cached.creators()["tier"].iloc[0].startswith(("Nano", "Micro", "Mid"))


def test_everything_can_be_erased(open_shop) -> None:
    visit = open_shop("workspace")
    visit.session_state["workspace_tab"] = "Data"
    visit.run()
    next(one for one in visit.checkbox if one.label.startswith("Yes")).check().run()
    button(visit, "Erase").click().run()
    assert not visit.exception
    assert cached.the_store().uploads().empty
    assert cached.creators().empty


def test_a_weight_that_is_moved_is_kept_and_the_ranking_follows(open_shop) -> None:
    visit = open_shop("creators")
    visit.session_state["weights"] = True  # unfolded
    visit.run()
    before = cached.creators()
    slider = next(one for one in visit.slider if one.label == "Value for the price")
    slider.set_value(5).run()
    assert not visit.exception
    assert cached.the_store().workspace().weights["value"] == 5
    after = cached.creators()
    assert set(after["creator"]) == set(before["creator"])
    assert not after["score"].equals(before["score"])


def test_a_preset_moves_all_sliders(open_shop) -> None:
    visit = open_shop("creators")
    gifting = next(one for one in PRESETS if one.label == "Gifting")
    visit.session_state["weights"] = True  # unfolded
    visit.run()
    visit.segmented_control[0].set_value("Gifting").run()
    assert not visit.exception
    assert dict(cached.settings().weights) == dict(gifting.weights)
    sliders = {one.label: one.value for one in visit.slider}
    assert sliders["Value for the price"] == 0
    assert sliders["Fits our values"] == 5

"""What-ifs on the budget page: the way back, the link, names side by side, what came of a plan."""

import pytest

from core.budget import links
from core.budget.limits import Limits
from core.budget.question import Question
from pages.parts import cached
from pages.parts.views import VIEWS
from tests.pages import tiles


def named(kind, label: str):
    """The first of `kind` whose label begins with `label`."""
    return next(one for one in kind if one.label.startswith(label))


def press(visit, label: str):
    return named(visit.button, label).click().run()


def total(visit) -> int:
    return int(named(visit.number_input, "Total").value)


def asked(visit) -> Question:
    found: Question = visit.session_state["plan_history"].now
    return found


def view(visit, name: str):
    """The page with another view open."""
    visit.session_state["budget_view"] = name
    return visit.run()


def texts(visit) -> str:
    return "\n".join(one.value for one in (*visit.markdown, *visit.caption))


def test_undo_and_redo_move_the_controls_and_the_plan(open_shop) -> None:
    visit = open_shop("budget")
    visit.session_state["budget_link"] = True
    first = tiles.on(visit)[1]
    assert named(visit.button, "Undo").disabled
    named(visit.number_input, "Total").set_value(700).run()
    named(visit.number_input, "How many").set_value(3000).run()
    assert not named(visit.button, "Undo").disabled
    assert links.pack(asked(visit)) in visit.code[0].value
    press(visit, "Undo")
    assert named(visit.number_input, "How many").value is None
    press(visit, "Undo")
    assert (total(visit), tiles.on(visit)[1]) == (1500, first)
    assert named(visit.button, "Undo").disabled
    press(visit, "Redo")
    press(visit, "Redo")
    assert (total(visit), asked(visit).wanted) == (700, 3000.0)
    assert not visit.exception


def test_the_total_follows_the_slider_but_never_to_nothing(open_shop) -> None:
    visit = open_shop("budget")
    named(visit.slider, "What if").set_value(700).run()
    assert total(visit) == 700
    named(visit.slider, "What if").set_value(0).run()
    assert (total(visit), named(visit.slider, "What if").value) == (700, 700)
    assert not visit.exception


def test_where_the_slider_stood_before_does_not_undo_a_typed_total(open_shop) -> None:
    visit = open_shop("budget")
    before = visit._tree.get_widget_states()
    named(visit.number_input, "Total").set_value(700).run()
    next(one for one in before.widgets if "budget_total" in one.id).int_value = 700
    visit._run(before)  # as a look at the search does that the browser sent amid the drawing
    assert (total(visit), asked(visit).total) == (700, 700)
    named(visit.slider, "What if").set_value(1500).run()
    assert total(visit) == 1500


def test_a_total_of_nothing_stays_in_the_address_and_an_emptied_box_shows_the_last(
    open_shop,
) -> None:
    visit = open_shop("home")
    visit.query_params["budget_total"] = "0"
    visit.switch_page("pages/budget.py").run()
    assert total(visit) == 0
    assert visit.query_params["budget_total"] == "0"
    named(visit.number_input, "Total").set_value(700).run()
    visit.session_state["budget_total"] = None
    visit.run()
    assert total(visit) == 700
    assert not visit.exception


def test_the_prices_of_a_plan_say_their_currency(open_shop) -> None:
    visit = open_shop("budget")
    visit.session_state["budget_lines_table"] = True
    visit.run()
    assert '"Price, in USD"' in visit.dataframe[0].proto.columns


def test_a_link_opens_the_same_what_if_and_can_be_undone(open_shop) -> None:
    there = Question(total=900, goal="clicks", max_pieces=1, must=("instagram/zola.foghorn_kq",))
    visit = open_shop("home")
    visit.query_params["what_if"] = links.pack(there)
    visit.switch_page("pages/budget.py").run()
    assert not visit.exception
    assert asked(visit) == there
    assert total(visit) == 900
    assert "what_if" not in visit.query_params
    press(visit, "Undo")
    assert total(visit) == 1500


def test_a_broken_link_gets_a_sentence_and_changes_nothing(open_shop) -> None:
    visit = open_shop("home")
    visit.query_params["what_if"] = "nonsense"
    visit.switch_page("pages/budget.py").run()
    assert not visit.exception
    assert any("Copy the whole link again" in one.value for one in visit.warning)
    assert asked(visit) == Question()


@pytest.mark.parametrize("said", ["people_reached", "People Reached"])
def test_a_goal_in_the_address_is_obeyed_by_its_name(open_shop, said) -> None:
    visit = open_shop("home")
    visit.query_params["budget_goal"] = said
    visit.switch_page("pages/budget.py").run()
    assert asked(visit).goal == "people_reached"


def test_a_goal_in_the_address_that_is_none_is_named(open_shop) -> None:
    visit = open_shop("home")
    visit.query_params["budget_goal"] = "fame"
    visit.switch_page("pages/budget.py").run()
    assert asked(visit).goal == "engagements"
    assert any("“fame”" in one.proto.title for one in visit.warning)


def test_it_goes_on_where_it_was_left_in_a_new_session(open_shop) -> None:
    visit = open_shop("budget")
    named(visit.number_input, "Total").set_value(700).run()
    again = open_shop_again(visit)
    assert total(again) == 700


def open_shop_again(visit):
    from streamlit.testing.v1 import AppTest

    from tests.rules.house import ROOT

    fresh = AppTest.from_file(ROOT / "app.py", default_timeout=30).run()
    return fresh.switch_page("pages/budget.py").run()


def test_two_what_ifs_stand_side_by_side_with_a_sentence_of_difference(open_shop) -> None:
    visit = view(open_shop("budget"), "What-ifs")
    named(visit.text_input, "Keep this what-if").set_value("A__b")
    named(visit.button, "Keep").click().run()
    assert "pays the same people the same" in texts(visit)
    named(visit.number_input, "Total").set_value(700).run()
    assert "“Now” " in texts(visit)
    assert "engagements" in texts(visit)
    press(visit, "Open")
    assert total(visit) == 1500
    press(visit, "Remove")
    assert cached.the_store().what_ifs.named() == {}
    assert not visit.exception


def test_a_what_if_without_a_plan_says_why_and_can_be_removed_once(open_shop) -> None:
    visit = open_shop("budget")
    nobody = Question(bounds=Limits(min_creators=1_000))
    cached.the_store().what_ifs.keep("A", links.changed(nobody))
    view(visit, "What-ifs")
    assert [one.label for one in visit.button].count("Remove") == 1
    assert any("1,000" in one.value for one in visit.caption)
    press(visit, "Remove")
    assert cached.the_store().what_ifs.named() == {}


def test_a_view_is_drawn_when_it_is_opened(open_shop) -> None:
    visit = open_shop("budget")
    assert len(visit.get("vega_lite_chart")) == 1
    assert len(visit.dataframe) == 0
    said = set()
    for name in ("Plan", "Other budgets", "Odds", "Who is in", "Money"):
        view(visit, name)
        assert len(visit.get("vega_lite_chart")) == 1
        said.add(visit.get("vega_lite_chart")[0].proto.spec)
    assert len(said) == 5


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_opens_with_and_without_a_plan(open_shop, name) -> None:
    visit = view(open_shop("budget"), name)
    assert not visit.exception
    named(visit.number_input, "Total").set_value(0).run()
    assert not visit.exception
    assert not visit.error


def test_costs_and_gifts_change_the_plan(open_shop) -> None:
    visit = open_shop("budget")
    visit.session_state["budget_costs"] = True
    visit.run()
    named(visit.number_input, "Product a creator").set_value(20.0).run()
    named(visit.toggle, "Gifts without a fee").set_value(True).run()
    assert not visit.exception
    assert asked(visit).costs.product == 20.0
    chosen = cached.answer(asked(visit)).plan.chosen
    assert "gift" in set(chosen["format"])
    assert (chosen["product_cost"] == 20.0).all()


def test_what_came_of_a_plan_teaches_the_next_forecast(open_shop) -> None:
    visit = open_shop("budget")
    before = cached.answer(asked(visit)).plan.value
    visit.session_state["plan_keep_line"] = True
    visit.run()
    named(visit.text_input, "Keep this plan as").set_value("Spring")
    next(one for one in visit.button if one.key.startswith("FormSubmitter:plan_keep")).click().run()
    plan_id = int(cached.the_store().plans()["id"].iloc[0])
    plan = cached.the_store().plan(plan_id)
    for line in plan.chosen.itertuples():
        cached.the_store().campaigns.settle(plan_id, line.creator, "engagements", line.value / 3)
    visit.session_state[f"plan_came_{plan_id}"] = True
    visit.run()
    assert not visit.exception
    assert "ranges held" in texts(visit)
    taught = "lower than usual, as what came of 1 kept plan"
    assert any(taught in one.value for one in visit.caption)
    assert cached.answer(asked(visit)).plan.value < before
    grid = visit.dataframe
    assert grid
    visit.switch_page("pages/stories.py").run()
    assert not visit.exception
    told = next(one.value for one in visit.markdown if "Your own plan" in one.value)
    assert "Spring" in told
    assert "Evidence B" in told


def test_a_line_of_the_plan_can_be_locked_kept_out_and_taken_back(open_shop) -> None:
    visit = open_shop("budget")
    visit.session_state["budget_link"] = True
    first = cached.answer(asked(visit)).plan.chosen["creator"].iloc[0]
    tick(visit)
    press(visit, "Keep out")
    assert not visit.exception
    assert asked(visit).never == (first,)
    assert first not in set(cached.answer(asked(visit)).plan.chosen["creator"])
    assert links.pack(asked(visit)) in visit.code[0].value
    press(visit, "Let them back in")
    assert asked(visit) == Question()
    tick(visit)
    press(visit, "Must be in")
    assert asked(visit).must == (first,)
    assert not visit.exception


def tick(visit):
    """Ticks the first line of the plan."""
    turn = visit.session_state["plan_turn"]
    visit.session_state["budget_places"] = True
    visit.session_state[f"budget_lines_{turn}"] = {"selection": {"rows": [0]}}
    visit.run()

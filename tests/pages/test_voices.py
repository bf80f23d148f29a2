"""Who speaks of a topic, on the creators page."""

import pandas as pd

from pages.parts import cached


def test_a_topic_has_a_ranking_of_its_own_with_the_posts(open_shop) -> None:
    visit = open_shop("creators")
    visit.session_state["creators_view"] = "Topic voice"
    visit.run()
    visit.text_input(key="voices_topic").set_value("tea").run()
    assert not visit.exception
    assert any("says most about tea" in one.value for one in visit.markdown)
    assert {"Topic voice", "Posts about it"} <= set(visit.dataframe[0].value.columns)
    visit.text_input(key="voices_topic").set_value("zeppelins").run()
    assert any("No caption here is about zeppelins" in one.value for one in visit.markdown)


def test_a_topic_can_be_looked_up_among_those_found_in_one_way(open_shop) -> None:
    visit = open_shop("creators")
    visit.session_state["creators_view"] = "Topic voice"
    visit.run()
    visit.text_input(key="voices_topic").set_value("tea").run()
    everybody = len(visit.dataframe[0].value)
    visit.selectbox(key="voices_way").set_value("own followers").run()
    assert not visit.exception
    assert 0 < len(visit.dataframe[0].value) < everybody


def test_the_top_may_hold_fewer_and_moved_sliders_are_own_weights(open_shop) -> None:
    visit = open_shop("creators")
    assert "Chance of the top 10" in _columns(visit)
    visit.segmented_control(key="creators_top").set_value(3).run()
    assert "Chance of the top 3" in _columns(visit)
    assert any("the first 3 " in one.value for one in visit.caption)
    visit.session_state["weights"] = True  # unfolded
    visit.run()
    visit.segmented_control(key="weights_preset").set_value("Sales").run()
    visit.slider(key="weight_fit").set_value(0).run()
    assert visit.segmented_control(key="weights_preset").value == "Own weights"
    assert "What counts: own weights" in [one.value for one in visit.caption]
    assert not visit.exception


def test_a_weight_moved_further_redraws_the_ranking_alone(open_shop) -> None:
    visit = open_shop("creators")
    visit.session_state["weights"] = True  # unfolded
    visit.run()
    visit.slider(key="weight_fit").set_value(0).run()  # now they are own weights
    before = visit.dataframe[0].value["score"]
    visit.slider(key="weight_value").set_value(5).run()
    assert not visit.exception
    assert not visit.slider
    assert not visit.dataframe[0].value["score"].equals(before)
    visit.run()
    assert visit.slider(key="weight_value").value == 5


def test_a_filter_redraws_the_ranking_alone(open_shop) -> None:
    visit = open_shop("creators")
    everybody = len(visit.dataframe[0].value)
    name = visit.dataframe[0].value["handle"].iloc[0]
    visit.text_input(key="creators_text").set_value(name).run()
    assert not visit.exception
    assert 0 < len(visit.dataframe[0].value) < everybody
    assert not visit.title
    visit.run()
    assert visit.title[0].value == "Creators"
    assert len(visit.dataframe[0].value) < everybody


def test_the_top_may_hold_as_many_as_the_plan_that_was_kept_last(open_shop) -> None:
    visit = open_shop("home")
    lines = pd.DataFrame({"creator": ["instagram/a", "instagram/a", "instagram/b"]})
    cached.the_store().plan_save(
        "Spring", budget=1, goal="reach", currency="USD", lines=lines, cost=1, value=1
    )
    visit.switch_page("pages/creators.py").run()
    control = visit.segmented_control(key="creators_top")
    assert control.options[0] == "2, as planned"
    assert "2 is as many as in the plan “Spring”." in control.help
    control.set_value(2).run()
    assert "Chance of the top 2" in _columns(visit)
    assert not visit.exception


def _columns(visit) -> str:
    return visit.dataframe[0].proto.columns

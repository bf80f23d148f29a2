"""Present mode: one click hides controls, fees and, on request, names; the slider answers."""

from core.exports import steps
from pages.parts import cached
from pages.parts.present import STEP


def said(visit) -> str:
    """Every word on the wall, with the small print."""
    walls = [one.proto.json for one in visit.get("bidi_component")]
    return "\n".join([*walls, *(one.value for one in visit.caption)])


def test_one_click_begins_the_story_without_fees_and_an_address_opens_any_step(open_shop) -> None:
    visit = open_shop("client_file")
    visit.button(key="client_present").click().run()
    assert not visit.exception
    assert visit.query_params[STEP] == steps.KEYS[0]
    assert "As many engagements" in said(visit)
    chosen = cached.answer(visit.session_state["plan_history"].now).plan.chosen
    for key in steps.KEYS:
        visit.query_params[STEP] = key
        visit.run()
        assert not visit.exception
        assert "$" not in said(visit).replace("With $1,500", "")  # the answer to the slider
    visit.query_params[STEP] = "who"
    visit.run()
    assert f"@{chosen['handle'].iloc[0]}" in said(visit)
    visit.button(key="present_end").click().run()
    assert STEP not in visit.query_params


def test_names_stay_away_on_request(open_shop) -> None:
    visit = open_shop("client_file")
    visit.toggle(key="client_hide").set_value(True).run()
    visit.button(key="client_present").click().run()
    chosen = cached.answer(visit.session_state["plan_history"].now).plan.chosen
    shown = []
    for key in steps.KEYS:
        visit.query_params[STEP] = key
        visit.run()
        shown.append(said(visit))
    together = "\n".join(shown)
    assert "Creator 1" in together
    assert [name for name in chosen["handle"] if name in together] == []

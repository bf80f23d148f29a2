"""The stories page: a playbook becomes a what-if, another benchmark moves every page at once."""

from core.budget import Limits, links
from core.budget.question import Question
from pages.parts import cached
from tests.pages.test_what_ifs import asked, texts


def test_a_playbook_is_run_kept_changed_and_left(open_shop) -> None:
    visit = open_shop("home")
    before = Question(bounds=Limits(max_creators=3))
    cached.the_store().what_ifs.progress(links.changed(before))
    visit.switch_page("pages/stories.py").run()
    visit.button(key="run_dishsoap").click().run()
    visit.switch_page("pages/budget.py").run()
    assert not visit.exception
    question = asked(visit)
    assert question.playbook.startswith("Dish soap")
    assert question.bounds.max_spend == 265
    kept = cached.the_store().what_ifs.named()
    assert [links.restored(settings) for settings in kept.values()] == [question]
    assert "Dish soap" in texts(visit)
    box = next(one for one in visit.text_input if one.label.startswith("Hashtags"))
    box.set_value("kettle, #tea").run()
    assert asked(visit).hashtags == ("#kettle", "#tea")
    assert "At most 3 creators".lower() in texts(visit)
    visit.button(key="playbook_back").click().run()
    assert asked(visit).bounds == Limits(max_creators=3, gift_only=False)
    visit.button(key="budget_undo").click().run()
    visit.button(key="playbook_leave").click().run()
    assert (asked(visit).playbook, asked(visit).hashtags) == ("", ())
    assert not visit.exception


def test_another_benchmark_moves_every_page_and_says_what_changed(open_shop) -> None:
    visit = open_shop("engagement")
    before = cached.creators()["standing"].tolist()
    box = next(one for one in visit.selectbox if one.label == "Published benchmark")
    box.select("MODASH").run()
    assert not visit.exception
    assert "Every page now goes by “Modash calculators”" in texts(visit).replace("\\", "")
    assert cached.settings().benchmark == "MODASH"
    assert cached.creators()["standing"].tolist() != before
    visit.switch_page("pages/stories.py")
    visit.session_state["stories_view"] = "Benchmarks"
    visit.run()
    assert "In force" in texts(visit)
    visit.button(key="benchmark_put_away").click().run()
    assert "Every page now" not in texts(visit)


def test_filters_leave_the_campaigns_that_pass(open_page) -> None:
    visit = open_page("stories")
    assert visit.button(key="run_dishsoap").disabled  # nobody to plan with yet
    visit.multiselect(key="stories_playbook").select("gifting").run()
    said = texts(visit)
    assert "LaCroix" in said
    assert "SephoraSquad" not in said
    visit.multiselect(key="stories_size").select("mega").run()
    assert "Daniel Wellington" in texts(visit)
    assert "LaCroix" not in texts(visit)
    assert not visit.exception

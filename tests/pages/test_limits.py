"""Limits on the budget page, and the search that goes on behind it."""

import threading

import numpy as np
import pandas as pd
import pytest

from core import budget, readers
from core.budget import CLOSE, Limits, Market, Quota, links
from core.budget.question import Question
from pages.parts import cached
from pages.parts.cached.searches import Search
from tests.pages import tiles


def opened(open_shop):
    visit = open_shop("budget")
    visit.session_state["budget_limits"] = True
    return visit.run()


def number(visit, label: str):
    return next(one for one in visit.number_input if one.label == label)


def plan_of(visit):
    return cached.answer(visit.session_state["plan_history"].now).plan


def test_a_limit_changes_the_plan_and_stays_when_it_is_folded_away(open_shop) -> None:
    visit = opened(open_shop)
    assert len(plan_of(visit).chosen) > 2
    number(visit, "Creators, at most").set_value(2).run()
    assert not visit.exception
    assert len(plan_of(visit).chosen) == 2
    visit.session_state["budget_limits"] = False
    visit.run()
    assert visit.session_state["plan_history"].now.bounds.max_creators == 2
    assert len(plan_of(visit).chosen) == 2


def test_a_limit_from_before_can_be_emptied(open_shop) -> None:
    visit = open_shop("home")
    there = Question(wanted=900.0, bounds=Limits(max_creators=2, format="reel"))
    visit.query_params["what_if"] = links.pack(there)
    visit.session_state["budget_limits"] = True
    visit.switch_page("pages/budget.py").run()
    number(visit, "Creators, at most").set_value(None).run()
    number(visit, "How many engagements you hope for").set_value(None).run()
    only = next(one for one in visit.selectbox if one.label == "One format only")
    assert only.value == "reel"
    only.set_value(None).run()
    assert not visit.exception
    assert visit.session_state["plan_history"].now == Question()


def test_a_share_for_smaller_creators_is_kept(open_shop) -> None:
    visit = opened(open_shop)
    share = next(one for one in visit.slider if one.label.startswith("Share of the spending"))
    share.set_value(60).run()
    assert not visit.exception
    bounds, chosen = visit.session_state["plan_history"].now.bounds, plan_of(visit).chosen
    small = chosen["tier"].isin(bounds.smaller_tiers)
    assert chosen.loc[small, "price"].sum() >= 0.6 * chosen["price"].sum()


def test_limits_that_collide_are_a_sentence_and_no_plan(open_shop) -> None:
    visit = opened(open_shop)
    number(visit, "Creators, at least").set_value(5000).run()
    assert not visit.exception
    titles = [one.proto.title for one in visit.warning]
    assert any("At least 5,000 creators cannot be had" in title for title in titles)
    assert not tiles.on(visit)


def test_limits_that_cross_leave_the_last_good_ones(open_shop) -> None:
    visit = opened(open_shop)
    number(visit, "Creators, at most").set_value(2).run()
    number(visit, "Creators, at least").set_value(3).run()
    assert not visit.exception
    assert "cannot hold together" in visit.warning[0].proto.title
    assert visit.session_state["plan_history"].now.bounds.min_creators is None
    assert len(plan_of(visit).chosen) == 2


def crowd() -> tuple[Market, float]:
    """Few indivisible picks among many: the first plan is not proven close."""
    random = np.random.default_rng(7)
    price = random.uniform(90, 110, 400).round(2)
    options = pd.DataFrame(
        {
            "creator": [f"c{i}" for i in range(400)],
            "option": "1",
            "price": price,
            "value": price * random.uniform(1, 1.5, 400),
            "platform": random.choice(["tiktok", "instagram"], 400),
        }
    )
    limits = Limits(platforms=(Quota("tiktok", min_creators=2, max_spend=250),))
    return Market.of(options, limits), 555.0


def test_a_search_ends_close_to_its_bound_and_never_shows_a_worse_plan() -> None:
    search = Search(*crowd())
    first = search.found
    assert first.plan.gap > CLOSE
    assert search.wait(60)
    last = search.found
    assert last.better >= 1
    assert last.plan.gap <= CLOSE
    assert last.plan.value >= first.plan.value
    assert last.plan.bound <= first.plan.bound
    assert last.more.gap <= CLOSE
    assert last.more.value >= last.plan.value


def searches() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "plan search"]


def test_who_passes_by_starts_nothing_and_two_who_stay_share_one_thread() -> None:
    search = Search(*crowd())
    search.look()
    assert not searches()
    search.look()
    search.look()
    assert len(searches()) <= 1
    assert search.wait(60)


def test_a_plan_found_on_the_way_is_taken_where_it_is_better() -> None:
    market, total = crowd()
    search = Search(market, total)
    assert search.wait(60)
    best, fresh = search.found.plan, Search(market, total)
    fresh.offer(best)
    assert fresh.found.plan.value == best.value
    assert fresh.found.more.value >= best.value


@pytest.mark.parametrize("leaves", [False, True])
def test_a_search_that_nobody_looks_at_stops_and_goes_on_when_somebody_comes_back(leaves) -> None:
    now = [0.0]
    search = Search(*crowd(), clock=lambda: now[0])
    search.look()
    if leaves:
        search.leave()
    search.look()
    now[0] = 1_000.0  # a long time after the last look
    for thread in searches():
        thread.join(60)
    assert not search.is_over
    assert search.wait(60)


def test_the_page_says_how_close_the_plan_is_until_the_search_is_over(
    open_page, monkeypatch
) -> None:
    seen, refine = threading.Event(), budget.refine

    def held(*asked, **how):
        plans = refine(*asked, **how)
        yield next(plans)
        assert seen.wait(60)
        yield from plans

    monkeypatch.setattr(budget, "refine", held)
    visit = open_page("home")
    random = np.random.default_rng(7)
    rows = [
        f"{'tiktok' if i % 2 else 'instagram'},c{i},{random.integers(9_000, 20_000)},"
        f"{random.integers(90, 110)},USD,{random.uniform(2, 4):.2f}%"
        for i in range(400)
    ]
    content = "\n".join(["platform,handle,followers,price,currency,engagement rate", *rows])
    reading = readers.read("list.csv", content.encode())
    cached.the_store().keep(reading, name="list.csv", content_sha256="1", size=len(content))
    quota = Quota("tiktok", min_creators=2, max_spend=250)
    asked = Question(total=333.0, bounds=Limits(platforms=(quota,)))
    cached.the_store().what_ifs.progress(links.changed(asked))
    visit.switch_page("pages/budget.py").run()
    assert not visit.exception
    looking = [one.value for one in visit.caption if "still looking" in one.value]
    assert len(looking) == 1
    assert "of the best possible" in looking[0]
    before = places(visit.main, "bidi_component")
    assert before
    seen.set()
    assert cached.search(cached.answer(visit.session_state["plan_history"].now)).wait(60)
    visit.run()
    assert not [one.value for one in visit.caption if "still looking" in one.value]
    assert plan_of(visit).gap <= CLOSE
    assert places(visit.main, "bidi_component") == before


def places(block, kind: str, within: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Where on the page all of `kind` stand."""
    found = []
    for index, child in block.children.items():
        inside = places(child, kind, (*within, index)) if hasattr(child, "children") else []
        found += [(*within, index)] if child.type == kind else inside
    return found


def test_limits_that_collide_can_be_taken_away_with_one_click(open_shop) -> None:
    visit = opened(open_shop)
    number(visit, "Creators, at least").set_value(5000).run()
    next(one for one in visit.button if one.label == "Take all limits away").click().run()
    assert not visit.exception
    assert visit.session_state["plan_history"].now == Question()
    assert tiles.on(visit)

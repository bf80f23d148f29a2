"""Grades by the written rule, contradictions from both sides, playbooks, one's own campaigns."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from core import figures, stories
from core.budget import playbooks as budgets
from core.budget.question import Question
from core.errors import UnknownName
from core.locale import Writing
from core.stories import benchmarks, grades, own, playbooks, pricing, relations, sizes, trust
from core.stories.grades import Evidence

US = Writing()


@pytest.mark.parametrize(
    ("evidence", "grade"),
    [
        (Evidence("journal"), "A"),
        (Evidence("journal", number=False), "D"),
        (Evidence("journal", original=False), "D"),
        (Evidence("press"), "B"),
        (Evidence("first hand"), "B"),
        (Evidence("company", method=True), "B"),
        (Evidence("company"), "C"),
        (Evidence("retold", method=True), "C"),
        (Evidence("retold", number=False), "D"),
    ],
)
def test_the_rule_grades(evidence: Evidence, grade: str) -> None:
    assert grades.grade(evidence) == grade


def test_a_teller_that_the_rule_does_not_know_is_refused() -> None:
    with pytest.raises(UnknownName, match="hearsay"):
        Evidence("hearsay")  # type: ignore[arg-type]


def test_the_rule_agrees_with_those_who_read_the_sources() -> None:
    read = figures.read("success_stories")["evidence_grade"].tolist()
    assert stories.campaigns()["evidence_grade"].tolist() == read


def test_every_story_benchmark_and_survey_has_evidence_and_a_playbook() -> None:
    items = {*stories.campaigns()["campaign_id"], *(card.source_id for card in benchmarks.cards())}
    items |= {figure.item for figure in trust.every()}
    items |= {card.source_id for card in pricing.cards()}
    assert items == set(grades.every())
    assert stories.campaigns()[["playbooks", "fee"]].notna().all(axis=None)
    assert set(figures.read("benchmark_sets")["source_id"]) <= items


def test_a_contradiction_is_seen_from_both_sides() -> None:
    for item in ("jom_dtc", "lumio_fail"):
        rows = relations.about(item)
        rows = rows[rows["about"] == "Does engagement sell?"]
        assert rows["item"].tolist() == [item]
    seen = relations.told(relations.about("lumio_fail").iloc[0])
    assert seen.startswith("Does engagement sell?: only 5 of 87")
    said = " ".join(relations.told(row) for _, row in relations.contradictions().iterrows())
    for known in ("Contevo against Markerly", "1.7% to 5.2%", "15,000", "about 16,000"):
        assert known in said


def test_both_ends_of_a_relation_can_be_looked_up() -> None:
    rows = figures.read("relations")
    cards = set(grades.every())
    assert set(rows["item"]) | set(rows["other_item"].dropna()) <= cards
    assert all(figures.source(source).title for source in rows["other_source_id"])


def test_a_benchmark_says_what_it_leaves_out() -> None:
    seed = benchmarks.cards()[0]
    assert (seed.source_id, seed.grade) == ("SEED", "D")
    assert set(seed.unknown()) == {
        "year",
        "sample",
        "who paid",
        "what it is divided by",
        "platform",
    }
    assert "1,000 or less: 9.75%" in seed.tiers(US)
    best = next(card for card in benchmarks.cards() if card.source_id == "PLAYERSELLS_X")
    assert best.grade == "B"
    assert best.unknown() == ()


def test_a_rate_card_prints_its_prices_and_what_speaks_against_them() -> None:
    klear = next(card for card in pricing.cards() if card.source_id == "KLEAR19")
    assert klear.grade == "C"
    assert "Instagram, post: Nano $41; Celebrity $3,138" in klear.prices(US)
    assert "who paid" not in klear.unknown()
    assert relations.sentences("KLEAR19")[0].startswith("A nano post on Instagram: $41 on average")
    table = next(card for card in pricing.cards() if card.source_id == "IMH_TABLE")
    told = " ".join(table.prices(US))
    assert "Nano $10 to $100" in told
    assert "Mega from $10,000" in told


def test_survey_figures_are_told_beside_whom_they_are_held_against() -> None:
    said = [figure.told(US) for figure in trust.every()]
    assert said[:2] == ["up to 22.2× against 1×", "94% against 83%"]
    assert all(figure.evidence.describes for figure in trust.every())


def test_filters_keep_what_was_asked_for_and_the_unknown_on_request() -> None:
    every = stories.campaigns()
    gifts = playbooks.chosen(every, playbooks=["gifting"], fees=["no fee"])
    assert set(gifts["campaign_id"]) == {"dw_seeding", "lacroix"}
    tiktok = playbooks.chosen(every, networks=["TikTok", playbooks.UNSAID])
    assert {"gymshark66", "hismile"} <= set(tiktok["campaign_id"])
    assert len(playbooks.chosen(every)) == len(every)
    assert playbooks.chosen(every, grades=["A"])["campaign_id"].tolist() == ["jom_dtc"]


def terms(campaign: str, brand: str = "Kettle & Quay") -> playbooks.Terms:
    every = stories.campaigns().set_index("campaign_id", drop=False)
    return playbooks.terms(every.loc[campaign], brand)


def test_a_campaign_that_cost_too_much_is_left_out_and_the_unknown_stay() -> None:
    every = stories.campaigns().head(4)
    told = every.assign(
        spend=[900.0, None, None, None],
        pay_high=[None, 100.0, 10.0, None],
        creators_high=[None, 30.0, 20.0, 5.0],
    )
    assert playbooks.costs(told).tolist()[:3] == [900.0, 3000.0, 200.0]
    left = playbooks.chosen(told, most=1_000)
    assert left["campaign_id"].tolist() == every["campaign_id"].iloc[[0, 2, 3]].tolist()


def test_a_playbook_takes_over_sizes_pay_gifts_and_hashtags() -> None:
    squad = terms("sephora_squad_2019")
    assert (squad.creators, squad.hashtags) == (24, ("#KettleQuaySquad",))
    soap = terms("dishsoap")
    assert (soap.followers, soap.creators, soap.pay) == ((0, 10_000), 1, 265.0)
    assert terms("dw_seeding").gifts_only
    assert squad.mix == ()  # sizes without numbers
    assert terms("hawaii", brand="").hashtags == ("#YourBrand",)


def test_a_playbook_fills_a_question_and_leaves_the_rest() -> None:
    asked = Question(total=900, goal="clicks", must=("instagram/a",))
    found = budgets.following(
        asked,
        name="Soap",
        scheme="standard",
        followers=(0, 10_000),
        creators=5,
        pay=265.0,
        gifts_only=True,
        hashtags=("#a",),
    )
    assert (found.total, found.goal, found.must) == (900, "clicks", ("instagram/a",))
    assert (found.bounds.max_creators, found.bounds.max_spend) == (5, 265.0)
    assert {quota.max_creators for quota in found.bounds.tiers} == {0}
    assert len(found.bounds.tiers) == 4
    assert found.gifts == budgets.GIFTED_WHO_POST
    assert found.without_goal_value() == asked_alike(found)
    assert budgets.filled(found, US.money).startswith(
        "In force: gifts only; at most $265 a creator; at most 5 creators; nobody of the size Micro"
    )
    assert budgets.filled(found, US.money).endswith("; #a in the briefing.")


@pytest.mark.parametrize(
    ("scheme", "most"),
    [("standard", [2, 1, 0, 0, 0]), ("article", [2, 2, 3, 0])],
)
def test_a_playbook_with_numbers_by_size_fills_in_the_most_of_each(
    scheme: str, most: list[int]
) -> None:
    mix = sizes.mix("2 nano, 1 micro")
    found = budgets.following(
        Question(),
        name="Spring",
        scheme=scheme,
        followers=(0, 50_000),
        mix=mix,
        creators=3,
        pay=None,
        gifts_only=False,
        hashtags=(),
    )
    assert [quota.max_creators for quota in found.bounds.tiers] == most
    assert "at most 2 creators of the size" in budgets.filled(found, US.money)
    assert budgets.filled(found, US.money).endswith("; left open: pay.")


def asked_alike(found: Question) -> Question:
    """The same question under another playbook's name: the plan must not be searched again."""
    from dataclasses import replace

    return replace(found, playbook="Other", hashtags=("#b",)).without_goal_value()


def finished(brought: float | None) -> own.Finished:
    chosen = pd.DataFrame(
        {"creator": ["instagram/a"], "price": [50.0], "count": [2], "format": ["post"]}
    )
    came = pd.DataFrame({"creator": ["instagram/a"], "clicks": [brought], "fee": [45.0]})
    made = datetime(2026, 5, 1, tzinfo=UTC)
    return own.Finished(7, "Spring", "clicks", "USD", made, chosen, came, 20.0, 80.0)


@pytest.mark.parametrize(("brought", "failed"), [(30.0, False), (5.0, True)])
def test_an_own_campaign_becomes_a_story_on_equal_terms(brought: float, failed: bool) -> None:
    creators = pd.DataFrame(
        {
            "creator": ["instagram/a"],
            "platform": ["instagram"],
            "followers": [3000.0],
            "engagement_rate": [0.04],
        }
    )
    found = own.stories([finished(brought)], creators, "Kettle", 1.0, US)
    story = found.iloc[0]
    assert (story["brand"], story["year"], story["evidence_grade"]) == ("Kettle", "2026", "B")
    assert story["outcome"] == f"{brought:.0f} clicks (forecast 20–80)"
    assert bool(story["counter_example"]) is failed
    assert (story["pay_low"], story["followers_low"]) == (45.0, 3000.0)
    assert (story["spend"], story["tier"], story["sizes"]) == (45.0, "1 nano", "nano")
    assert playbooks.terms(story, "Kettle").mix == ((0, 10_000, 1),)
    every = own.among(found)
    assert len(every) == len(stories.campaigns()) + 1
    assert stories.compare(None, every)["who"].iloc[0] == "Kettle: Spring"


def test_a_plan_without_a_result_is_no_story() -> None:
    assert own.stories([finished(None)], pd.DataFrame(), "", 1.0, US).empty

"""A plan told in six steps: each finding holds the actual numbers, nothing unknown is bad."""

from dataclasses import replace

import pandas as pd

from core.exports import steps
from core.exports.dossier import SAMPLE, Picture
from core.metrics import Estimate, Number, metric
from tests.core.exports.dossiers import creator, dossier, lines


def told(**changes):
    return {step.key: step for step in steps.steps(dossier(**changes))}


def test_the_story_goes_from_the_goal_to_what_will_be_measured():
    story = told()
    assert tuple(story) == steps.KEYS
    assert all(step.finding and (step.points or step.picture) for step in story.values())


def test_a_finding_holds_the_actual_numbers():
    people = tuple(creator(f"c{at}") for at in range(5))
    rows = lines(people).assign(value=[700.0, 100.0, 100.0, 50.0, 50.0])
    story = told(creators=people, lines=rows)
    assert story["who"].finding == "1 creator of 5 should bring half of the engagements"
    assert story["goal"].finding.endswith("about 1,000 from 5 creators")
    assert story["measures"].finding.endswith("the plan holds from 600 to 1,600")


def test_who_and_why_are_the_strongest_few_and_the_rest_is_counted():
    people = tuple(creator(f"c{at}") for at in range(9))
    rows = lines(people).assign(value=[float(at) for at in range(9)])
    points = told(creators=people, lines=rows)["who"].points
    assert points[0].lead == "@c8 · 2 Instagram posts"
    assert points[0].text.startswith("Engages more than 80%")
    assert points[-1].lead == "And 4 more"


def test_an_audience_that_nobody_looked_at_is_unknown_and_not_bad():
    assert told()["audience"].finding.startswith("Nobody has looked")
    seen = replace(creator("ann"), audience=("90% of its followers look alive.",))
    step = told(creators=(seen, creator("bo")))["audience"]
    assert step.finding == "1 of 2 audiences have been looked at"
    assert step.points[0].text == "90% of its followers look alive."
    assert "neither for nor against" in step.points[-1].text


def test_overlap_is_counted_lists_else_the_estimate_with_its_assumption():
    many = Number(metric("different_people"), Estimate(23_866.0, 13_084.0, 35_795.0), note="Ours.")
    step = told(numbers={"different_people": many})["overlap"]
    assert step.finding == "About 24,000 different people should see it"
    assert step.points[-1].text == "Ours."
    drawn = Picture(
        "Two lists reach 900 people",
        {},
        "Two lists reach 900 people. Ann alone 500.",
        pd.DataFrame(),
    )
    step = told(pictures={"overlap": drawn})["overlap"]
    assert (step.finding, step.picture) == ("Two lists reach 900 people", drawn)


def test_each_step_says_as_of_when_by_which_sources_and_whether_it_is_a_sample():
    foot = told(sample=True)["plan"].foot(dossier().writing)
    assert foot[0] == SAMPLE
    assert foot[1] == "As of 20 Nov 2026."
    assert foot[2].startswith("Source: ")

"""A plan without names: numbered in its order, counted follower lists too."""

from types import SimpleNamespace

import pandas as pd

from core.budget.plans import Plan
from core.exports.assembly import Told
from core.exports.nameless import nameless

CHOSEN = pd.DataFrame(
    {
        "creator": ["instagram/annbrews", "tiktok/annbrews", "instagram/bo"],
        "handle": ["AnnBrews", "annbrews", "bo"],
    }
)
LISTS = pd.DataFrame(
    {
        "creator": ["tiktok/annbrews", "instagram/annbrews"],
        "handle": ["@annbrews", "@annbrews"],
        "added": [90, 10],
    }
)
NOBODY = SimpleNamespace()


def test_nobody_is_named_and_each_has_one_number_everywhere() -> None:
    plan = Plan(100.0, CHOSEN, 90.0, 10.0, 10.0, True, CHOSEN.iloc[:0])
    scored = CHOSEN.assign(name="Ann", url="https://example.com/ann").iloc[::-1]
    told = nameless(Told(plan, NOBODY, "clicks", 0.0, scored, NOBODY, CHOSEN.iloc[:0], LISTS, {}))
    assert told.plan.chosen["handle"].tolist() == ["Creator 1", "Creator 2", "Creator 3"]
    assert told.overlap["handle"].tolist() == ["Creator 2", "Creator 1"]
    for frame in (told.plan.chosen, told.scored, told.overlap):
        assert "ann" not in frame.to_csv().lower()
    assert CHOSEN["handle"].iloc[0] == "AnnBrews"  # the plan itself is as it was

"""Deciding about single creators: each way says one thing and takes back what contradicts it."""

import pandas as pd
import pytest

from core import prices
from core.budget import best_plan, links, options, places
from core.budget.question import Question
from core.prices.exchange import IN_DOLLARS

ADA, BEN = "instagram/ada", "instagram/ben"
PEOPLE = pd.DataFrame(
    {
        "platform": "instagram",
        "handle": ["ada", "ben"],
        "followers": [5000.0, 5000.0],
        "tier": "nano",
        "engagement_rate": [0.05, 0.01],
        "price": [50.0, 50.0],
        "currency": "USD",
    }
)


def plan(asked: Question):
    offered = options(PEOPLE, prices.card(), "engagements", asked.assumptions(IN_DOLLARS))
    return best_plan(offered, 60.0, asked.limits()).chosen


@pytest.mark.parametrize(
    ("ways", "must", "never", "gifted"),
    [
        ([places.lock], (ADA,), (), ()),
        ([places.lock, places.lock], (ADA,), (), ()),
        ([places.lock, places.keep_out], (), (ADA,), ()),
        ([places.keep_out, places.only_gifts], (), (), (ADA,)),
        ([places.only_gifts, places.lock], (ADA,), (), (ADA,)),
        ([places.only_gifts, places.lock, places.free], (), (), ()),
    ],
)
def test_each_way_takes_back_what_contradicts_it(ways, must, never, gifted) -> None:
    asked = Question()
    for way in ways:
        asked = way(asked, [ADA])
    assert (asked.must, asked.never, asked.gifted) == (must, never, gifted)
    assert links.unpack(links.pack(asked)) == asked


def test_the_plan_does_as_was_decided() -> None:
    assert plan(Question())["handle"].tolist() == ["ada"]
    assert plan(places.keep_out(Question(), [ADA]))["handle"].tolist() == ["ben"]
    assert plan(places.lock(Question(max_pieces=1), [BEN]))["handle"].tolist() == ["ben"]


def test_who_gets_the_product_only_is_given_no_fee_and_nobody_else_a_gift() -> None:
    chosen = plan(places.only_gifts(Question(), [ADA])).set_index("handle")
    assert (chosen.loc["ada", "format"], chosen.loc["ada", "fee"]) == ("gift", 0.0)
    assert chosen.loc["ben", "format"] != "gift"


def test_what_is_decided_is_said_beside_each() -> None:
    asked = places.lock(places.only_gifts(Question(), [ADA]), [ADA])
    said = places.decided(places.keep_out(asked, [BEN]), pd.Series([ADA, BEN, "x/c"]))
    assert said.tolist() == ["must be in, gifts only", "stays out", ""]


def test_the_lines_say_what_is_decided_only_where_something_is() -> None:
    chosen = plan(Question())
    assert "Decided" not in places.lines(Question(), chosen, "Engagements")
    told = places.lines(places.lock(Question(), [ADA]), chosen, "Engagements")
    assert told["Decided"].tolist() == ["must be in"]

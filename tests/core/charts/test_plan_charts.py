"""Where the money goes, who is in at which budget, who follows several lists at once."""

import pandas as pd
import pytest

from core import overlap
from core.budget import Market, best_plan, spending
from core.charts import combinations, presence
from core.charts import spending as drawn
from tests.core.charts.test_every_chart import check


def offered(count):
    return pd.DataFrame(
        {
            "creator": [f"tiktok/c{i}" for i in range(count)],
            "handle": [f"c{i}" for i in range(count)],
            "option": "1 video",
            "price": [50.0 + i for i in range(count)],
            "value": [5.0 + i for i in range(count)],
        }
    )


def follows(count):
    rows = [
        ("instagram", f"list{number}", f"f{person}")
        for number in range(count)
        for person in range(number, 20 + number)
    ]
    return pd.DataFrame(rows, columns=["platform", "handle", "follower"], dtype="str")


@pytest.mark.parametrize("count", [0, 1, 3, 60])
def test_the_charts_hold_whatever_comes(count, writing, rows_of):
    options = offered(count)
    check(drawn.waterfall(spending.spent(best_plan(options, 120)), writing), rows_of)
    people = spending.members(Market.of(options), [60, 120, 5000])
    check(presence.strip(people, 120, writing), rows_of)
    lists = [f"list{number}" for number in range(min(count, 6))]
    found = overlap.combinations(follows(min(count, 6)), lists)
    check(combinations.combinations(found, writing), rows_of)


def test_the_money_is_told_in_a_sentence(writing):
    spent = spending.spent(best_plan(offered(3), 120))
    assert drawn.alt_text(spent, writing) == ("$103 for fees. $17 of the budget is left.")


def test_the_strip_tells_who_comes_in_and_who_drops_out(writing):
    people = spending.members(Market.of(offered(3)), [52, 101])
    said = presence.alt_text(people, 52, writing)
    assert said == "With $101 @c0 and @c1 come in and @c2 drops out."


def test_one_handle_on_two_networks_stays_two_creators(writing):
    options = offered(2).assign(creator=["tiktok/ana", "instagram/ana"], handle="ana")
    people = spending.members(Market.of(options), [50, 101])
    assert presence.alt_text(people, 50, writing) == "With $101 @ana · instagram/ana comes in."
    assert presence.table(people, writing)["Creator"].tolist() == [
        "ana · instagram/ana",
        "ana · tiktok/ana",
    ]


def test_many_creators_are_cut_to_what_can_be_read(writing, rows_of):
    people = spending.members(Market.of(offered(60)), [5000])
    spec = presence.strip(people, 5000, writing).to_dict()
    assert len(rows_of(spec, spec["layer"][0])) == 24
    table = presence.table(people, writing)
    assert len(table) == people["creator"].nunique()
    assert all(name == "Creator" or name.startswith("$") for name in table)


def test_exact_combinations_are_counted_once_each():
    found = overlap.combinations(follows(2), ["list0", "list1"])
    told = found.groupby("place").agg(lists=("handle", list), people=("people", "first"))
    assert told.values.tolist() == [[["list0", "list1"], 19], [["list0"], 1], [["list1"], 1]]
    assert combinations.table(found)["Lists"].tolist() == ["list0 + list1", "list0", "list1"]


def test_the_combinations_are_told_in_a_sentence(writing):
    found = overlap.combinations(follows(2), ["list0", "list1"])
    assert combinations.alt_text(found, writing) == (
        "Of 21 people on 2 lists, 2 follow one alone and 19 two or more."
    )

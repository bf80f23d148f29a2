import numpy as np
import pandas as pd
import pytest

from core.budget import outcome, people
from core.budget.people import Overlap
from core.errors import MicroscopeError
from core.locale import Writing

NONE = Overlap(0, 0, 0)


def plan(reached=(300.0, 200.0), followers=(1000.0, 1000.0), count=(1, 1)):
    lines = pd.DataFrame(
        {
            "creator": [f"tiktok/c{i}" for i in range(len(reached))],
            "count": count,
            "followers": followers,
            "people_reached": reached,
        }
    )
    value = lines["people_reached"]
    told = lines.assign(value=value, value_low=0.8 * value, value_high=1.2 * value)
    return lines, outcome(told)


def counted(first_share, second_share):
    return pd.DataFrame(
        {
            "first": ["tiktok/c0"],
            "second": ["tiktok/c1"],
            "share_of_first": [first_share],
            "share_of_second": [second_share],
        }
    )


def test_without_overlap_single_pieces_add_up():
    assert people.different(*plan(), NONE).value == pytest.approx(500)


def test_two_pieces_of_one_creator_are_partly_seen_by_the_same():
    lines, reach = plan((600.0,), (1000.0,), (2,))
    # each piece is seen by 30 %: together by 1 − 0.7² = 51 %
    assert people.different(lines, reach, NONE).value == pytest.approx(510)


def test_counted_lists_go_before_the_assumption():
    # all of c1's followers follow c0, who has reached 30 % of its own
    found = people.different(*plan(), Overlap(0, 0.5, 1), counted(1.0, 1.0))
    assert found.value == pytest.approx(300 + 200 * 0.7)
    assert found.n == 1


def test_the_prediction_meets_a_simulation_of_people():
    random = np.random.default_rng(3)
    first, second = np.arange(1000), np.arange(600, 1600)  # 400 follow both
    both = []
    for _ in range(400):
        seen = set(first[random.random(1000) < 0.3]) | set(second[random.random(1000) < 0.2])
        both.append(len(seen))
    found = people.different(*plan(), NONE, counted(0.4, 0.4))
    assert found.value == pytest.approx(np.mean(both), rel=0.01)


def test_the_range_holds_what_the_overlap_may_be():
    found = people.different(*plan(), Overlap(0.0, 0.1, 0.5))
    assert found.low < found.value < found.high
    assert found.value < 500


def test_more_views_than_followers_are_no_negative_people():
    lines, reach = plan((5000.0, 10.0), (1000.0, 0.0), (2, 1))
    found = people.different(lines, reach)
    assert 0 < found.value <= 5010


@pytest.mark.parametrize("reached", [(np.nan, 200.0), (np.nan, np.nan), ()])
def test_an_unknown_reach_is_unknown(reached):
    lines, _ = plan(reached, followers=(1000.0,) * len(reached), count=(1,) * len(reached))
    _, reach = plan()
    assert people.different(lines, reach).value is None


@pytest.mark.parametrize("ends", [(-0.1, 0, 0), (0.2, 0.1, 0.3), (0, 0, 1.5), (float("nan"),) * 3])
def test_an_impossible_overlap_is_refused(ends):
    with pytest.raises(MicroscopeError, match="overlap"):
        Overlap(*ends)


def test_the_passport_says_what_is_assumed():
    number = people.number(*plan(), Writing())
    assert "assumed" in number.inputs[1].label
    assert number.inputs[0].text == "0 of 1"

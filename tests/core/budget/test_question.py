"""What was asked on the budget page, as core understands it."""

from dataclasses import replace

import pytest

from core import prices
from core.budget.question import Question, most, steps
from core.prices.exchange import IN_DOLLARS


def test_an_own_range_has_its_geometric_middle() -> None:
    (own,) = Question(reach=(0.1, 0.4)).assumptions(IN_DOLLARS).reach_rates
    assert (own.low, own.typical, own.high) == pytest.approx((0.1, 0.2, 0.4))


def test_an_own_range_from_zero_is_typically_half_its_end() -> None:
    (own,) = Question(clicks=(0.0, 0.02)).assumptions(IN_DOLLARS).click_rates
    assert own.typical == pytest.approx(0.01)


def test_edited_prices_follow_the_currency_they_were_typed_in() -> None:
    card = prices.card()
    edited = tuple((None, 10.0, None) for _ in range(len(card)))
    asked = Question(prices=edited, prices_rate=0.5)
    assert asked.rate_card(0.5)["typical"].tolist() == [10.0] * len(card)
    assert asked.rate_card(1.0)["typical"].tolist() == [20.0] * len(card)


def test_prices_typed_without_a_rate_are_prices_and_the_card_is_not() -> None:
    rows = len(prices.card())
    typed = Question(prices=((None, 10.0, None), *((None, None, None),) * (rows - 1)))
    asked = replace(typed, prices_rate=None).rate_card(None)["typical"]
    assert asked.tolist()[0] == 10.0
    assert asked.iloc[1:].isna().all()
    assert Question().rate_card(None)["typical"].isna().all()


def test_prices_of_another_card_are_not_used() -> None:
    asked = Question(prices=((None, 1.0, None),))
    assert asked.rate_card(1.0)["typical"].equals(prices.card()["typical"])


@pytest.mark.parametrize(
    ("total", "end"), [(0, 2000), (1500, 3000), (2600, 10000), (50000, 100000)]
)
def test_the_frontier_ends_at_a_round_sum_of_twice_the_total(total: float, end: float) -> None:
    assert most(total) == end
    assert steps(end)[-1] == end

import numpy as np
import pytest

from core.budget import trial
from core.budget.trial import Trial
from core.errors import MicroscopeError
from core.locale import Writing


@pytest.mark.parametrize(("orders", "ratio"), [(50, 1.0), (50, None), (400, 1.0), (400, None)])
def test_what_is_promised_is_found_8_times_in_10_and_a_draw_is_rarely_called_a_difference(
    orders, ratio
):
    plan = Trial(2, orders)
    ratio = ratio or plan.ratio()
    random = np.random.default_rng(7)
    weak, strong = random.poisson(orders, 40_000), random.poisson(orders * ratio, 40_000)
    z = np.log(strong / weak) / np.sqrt(1 / weak + 1 / strong)
    called = np.mean(np.abs(z) > 1.96)
    assert called == pytest.approx(0.05 if ratio == 1 else 0.8, abs=0.02)


@pytest.mark.parametrize("orders", [3, 20, 1000])
def test_the_two_answers_agree(orders):
    plan = Trial(4, orders)
    assert plan.orders_for(plan.ratio()) == pytest.approx(orders, rel=1e-6)


def test_more_creators_need_a_larger_difference_and_more_orders_a_smaller_one():
    assert Trial(10, 30).ratio() > Trial(2, 30).ratio() > Trial(2, 300).ratio() > 1


@pytest.mark.parametrize(
    ("creators", "orders"), [(1, 30), (0, 30), (2, 0), (2, -3), (2, float("inf"))]
)
def test_a_test_that_shows_nothing_is_refused_in_a_sentence(creators, orders):
    with pytest.raises(MicroscopeError) as caught:
        Trial(creators, orders)
    assert caught.value.do.endswith(".")


def test_a_ratio_of_one_is_no_difference():
    with pytest.raises(MicroscopeError, match="no difference"):
        Trial(2, 30).orders_for(1.0)


def test_the_finding_says_how_many_more_it_takes():
    said = trial.finding(Trial(3, 20), 1.5, Writing())
    assert said == (
        "With about 20 orders each, only a creator who sells 2.4 times as much as another is told "
        "apart; for 1.5 times as much it takes 87 more each"
    )
    said = trial.finding(Trial(3, 0.1), 1.5, Writing())
    assert said.startswith("With about 0.1 orders each, no difference would be seen; for 1.5 times")
    assert trial.numbers(Trial(3, 0.1), 1.5, Writing())["trial_ratio"].estimate.value is None
    assert "that is enough" in trial.finding(Trial(3, 500), 1.5, Writing())


def test_every_number_opens_its_formula():
    found = trial.numbers(Trial(3, 20), 1.5, Writing())
    assert set(found) == {"trial_ratio", "trial_orders"}
    assert all(number.working and number.inputs for number in found.values())

import numpy as np
import pytest

from core.budget import best_plan
from core.errors import ImpossibleLimits
from tests.core.budget.every_plan import EveryPlan, instance, limits_for


@pytest.mark.parametrize("wanted", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("shared", [False, True], ids=["one account each", "shared persons"])
def test_agrees_with_trying_every_plan(wanted, shared):
    random = np.random.default_rng([wanted, shared])
    for _ in range(50):
        options = instance(random, shared)
        limits = limits_for(random, options, wanted)
        budget = float(random.choice([0, 60, 150, 300, 600]))
        every = EveryPlan(options)
        best = every.best(budget, limits)
        if best is None:
            with pytest.raises(ImpossibleLimits):
                best_plan(options, budget, limits)
            continue
        plan = best_plan(options, budget, limits)
        assert plan.value == pytest.approx(best, rel=1e-9), (limits, budget)
        assert plan.exact
        assert plan.bound >= best * (1 - 1e-9)
        assert plan.chosen["creator"].is_unique
        alone = EveryPlan(plan.chosen) if len(plan.chosen) else None
        if alone:
            assert alone.keeps(limits)[alone.picked.all(axis=1)].all()

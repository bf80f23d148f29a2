import numpy as np
import pandas as pd

from core.budget import instead
from core.locale import Writing

LINE = pd.DataFrame({"budget": [100.0, 500.0, 1000.0, 50.0], "value": [40.0, 300.0, 520.0, np.nan]})


def test_only_budgets_with_an_answer_can_be_asked_for():
    assert instead.stops(LINE) == (100.0, 500.0, 1000.0)
    assert instead.nearest(LINE, 800.0) == 1000.0


def test_another_budget_is_answered_beside_the_plan_shown():
    def said(budget):
        return instead.sentence(LINE, budget, 500.0, "engagements", Writing())

    assert said(1000.0).endswith("about 520 engagements, 220 more than the plan shown here.")
    assert said(100.0).endswith("260 fewer than the plan shown here.")
    few = instead.sentence(LINE.assign(value=LINE["value"] / 1000), 1000, 500, "orders", Writing())
    assert few.endswith("about 0.5 orders, 0.2 more than the plan shown here.")
    assert said(500.0).endswith(
        "$500 the best plan should bring about 300 engagements: the plan shown here."
    )

"""The best plans known so far for a total and a little more, while better ones are looked for."""

from dataclasses import dataclass, replace

from core.budget.plans import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Progress:
    """The best plans so far, for a total and for a STEP more; `better`: how often bettered."""

    better: int
    plan: Plan
    more: Plan | None  # None = not worked out yet

    def rising(self) -> "Progress":
        """With more money the plan for less can be had too, and one that costs less for less."""
        plan, more = self.plan, self.more
        if more is None:
            return self
        if more.cost <= plan.budget and more.value > plan.value:
            plan = replace(more, budget=plan.budget, bound=plan.bound).under(plan.bound)
        if more.value < plan.value:
            more = _of_both(more, plan)
        return replace(self, plan=plan, more=more)

    def bettered(self, plan: Plan | None, more: Plan | None = None) -> "Progress":
        """With plans for as much money or less taken in; itself where they add nothing."""
        best = _of_both(self.plan, plan) if plan else self.plan
        step = _of_both(self.more, more) if self.more and more else more or self.more
        if best is self.plan and step is self.more:
            return self
        return Progress(self.better + 1, best, step).rising()


def _of_both(one: Plan, other: Plan) -> Plan:
    """The better plan with the lower bound; `one` itself where `other` adds nothing."""
    if other.budget < one.budget:  # its bound says nothing here
        better = replace(other, budget=one.budget, bound=one.bound, exact=False)
        return better.under(one.bound) if other.value > one.value else one
    if other.value > one.value:
        return other.under(one.bound)
    return one.under(other.bound) if other.bound < one.bound else one

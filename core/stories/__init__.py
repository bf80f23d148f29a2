"""Published campaigns, benchmarks and survey figures beside a plan, graded by their evidence."""

from core.stories import benchmarks, grades, own, playbooks, pricing, relations, trust
from core.stories.compared import MEASURES, YOUR_PLAN, compare, similar
from core.stories.grades import GRADES
from core.stories.numbers import finding, likeness, stated
from core.stories.plan import PlanFacts, Span, facts
from core.stories.published import campaigns

__all__ = [
    "GRADES",
    "MEASURES",
    "YOUR_PLAN",
    "PlanFacts",
    "Span",
    "benchmarks",
    "campaigns",
    "compare",
    "facts",
    "finding",
    "grades",
    "likeness",
    "own",
    "playbooks",
    "pricing",
    "relations",
    "similar",
    "stated",
    "trust",
]

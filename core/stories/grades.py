"""How good the evidence for a story or a benchmark is: a written rule over facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from core import figures
from core.errors import UnknownName
from core.locale import is_known

Grade = Literal["A", "B", "C", "D"]
Teller = Literal["journal", "press", "first hand", "company", "retold"]

GRADES: Final[Mapping[Grade, str]] = {
    "A": "peer reviewed",
    "B": "reported by a named outlet or first hand, or counted with sample and formula stated",
    "C": "claimed by whoever sells it, or retold",
    "D": "no number that could be checked",
}
RULE: Final = (
    "D where no number about the thing itself is printed, or the original was looked for and not"
    " found. Else A where it is peer reviewed. Else B where a named outlet reports it, where those"
    " who did it tell it first hand, or where a company counted and says how many and by which"
    " formula. Else C: a company, agency or vendor about itself, or a retelling. The first that"
    " holds counts; whether it worked plays no part, so counter-examples are graded alike."
)
TELLERS: Final[Mapping[Teller, str]] = {
    "journal": "a peer-reviewed study",
    "press": "a named outlet",
    "first hand": "those who did it",
    "company": "a company about itself",
    "retold": "a retelling",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how a figure came about; `number`, `method`, `original` say what there is.

    number: a number about the thing itself is printed. method: sample and formula are stated.
    original: it is there to be looked at, or nobody has looked; False = looked for and not found.
    """

    teller: Teller
    number: bool = True
    method: bool = False
    original: bool = True
    paid_by: str = ""  # "" = not stated
    describes: str = ""

    def __post_init__(self) -> None:
        if self.teller not in TELLERS:
            raise UnknownName.among("way of telling", self.teller, TELLERS)


def grade(evidence: Evidence) -> Grade:
    """The grade by RULE."""
    return reasoned(evidence)[0]


def reasoned(evidence: Evidence) -> tuple[Grade, str]:
    """The grade, and which part of RULE gave it."""
    if not evidence.number:
        return "D", "no number about it is printed"
    if not evidence.original:
        return "D", "the original was looked for and not found"
    if evidence.teller == "journal":
        return "A", "it is peer reviewed"
    if evidence.teller in ("press", "first hand"):
        return "B", f"{TELLERS[evidence.teller]} told it"
    if evidence.teller == "company" and evidence.method:
        return "B", "a company counted and states sample and formula"
    if evidence.teller == "company":
        return "C", "a company tells it about itself, and sample or formula is missing"
    return "C", "it is a retelling"


@cache
def every() -> Mapping[str, Evidence]:
    """The evidence of each campaign, benchmark source and trust survey, by its id."""
    rows = figures.read("evidence")
    return {str(row.item): _evidence(row._asdict()) for row in rows.itertuples()}


def _evidence(row: Mapping[str, object]) -> Evidence:
    return Evidence(
        cast(Teller, row["teller"]),
        **{name: row[name] == "yes" for name in ("number", "method", "original")},
        paid_by=str(row["paid_by"]) if is_known(row["paid_by"]) else "",
        describes=str(row["describes"]),
    )


def of(item: str) -> Evidence:
    """The evidence of one campaign (its id), benchmark or survey; raises UnknownName."""
    known = every()
    if item not in known:
        raise UnknownName.among("evidence", item, known)
    return known[item]

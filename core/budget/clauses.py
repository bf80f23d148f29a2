"""Limits taken apart into single demands, each with its words: what may be dropped to find a
conflict is one of these, never half of one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from core.budget.limits import Limits, Quota, called, names
from core.budget.menu import budget_cents, cents
from core.tables import PLATFORMS

Money = Callable[[float], str]
Measure = Literal["creators", "spend", "share"]

SHARES: Final = 1_000  # a share counts in thousandths, so that whole cents stay whole


def amount(value: float) -> str:
    """Money without a currency: `1,240` or `1,240.50`."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.2f}"


@dataclass(frozen=True, slots=True)
class Bar:
    """Rows that may not be bought: those where `column` is not at most / at least / equal."""

    words: str
    reason: str
    column: str
    kind: Literal["most", "least", "is", "not in"]
    value: float | str | tuple[str, ...]

    def stops(self, options: pd.DataFrame) -> pd.Series:
        """Where a row is barred; an unknown value cannot show that it is allowed."""
        column = options[self.column]
        if self.kind == "not in":
            return column.isin(self.value)
        if self.kind == "most":
            return ~(column <= self.value).fillna(False)
        if self.kind == "least":
            return ~(column >= self.value).fillna(False)
        return ~(column == self.value).fillna(False)


@dataclass(frozen=True, slots=True)
class Must:
    """Creators who must be in the plan."""

    creators: tuple[str, ...]

    @property
    def words(self) -> str:
        listed = names(called(sorted(set(self.creators))))
        return f"{listed} in the plan"


@dataclass(frozen=True, slots=True)
class Demand:
    """At least or at most so much (one of the two) of all rows where `column` is among `within`.

    creators: persons; spend: money; share: thousandths of all spending.
    """

    words: str
    measure: Measure
    column: str | None
    within: tuple[str, ...]
    least: float | None = None
    most: float | None = None

    @property
    def is_number(self) -> bool:
        """Whether it counts all creators."""
        return self.measure == "creators" and self.column is None

    @property
    def share(self) -> int:
        """Thousandths of all spending that the demand asks for."""
        return int(self.least or 0) if self.measure == "share" else 0

    @property
    def lower(self) -> float:
        """Least of what the demand counts: persons, cents, or cents × thousandths."""
        if self.least is None:
            return -np.inf
        return {"creators": self.least, "spend": _up(self.least), "share": 0.0}[self.measure]

    @property
    def upper(self) -> float:
        """Most of what the demand counts."""
        if self.most is None:
            return np.inf
        return self.most if self.measure == "creators" else float(budget_cents(self.most))

    def is_idle(self, persons: int) -> bool:
        """Whether it holds for any plan among so many persons."""
        return self.measure == "creators" and self.most is not None and self.most >= persons


def _up(amount: float) -> float:
    return float(cents(pd.Series([amount]))[0])


Clause = Bar | Must | Demand


def clauses(limits: Limits, money: Money = amount) -> tuple[Clause, ...]:
    """The single demands of `limits`."""
    return (*_bars(limits, money), *_musts(limits), *_demands(limits, money))


def _bars(limits: Limits, money: Money) -> Iterator[Clause]:
    if limits.never:
        words = f"{names(called(sorted(set(limits.never))))} out of the plan"
        yield Bar(words, "kept out of the plan", "creator", "not in", limits.never)
    if limits.gift_only:
        yield Bar("gifts only", "it is no gift", "fee", "most", 0.0)
    if limits.format is not None:
        words = f"{limits.format}s only".replace("ys only", "ies only")
        yield Bar(words, f"it is no {limits.format}", "format", "is", limits.format)
    if limits.min_score is not None:
        score = f"{limits.min_score:g}"
        reason = f"its score is not known to be {score} or more"
        yield Bar(f"a score of at least {score}", reason, "score", "least", limits.min_score)
    if limits.max_pieces is not None:
        words = f"at most {limits.max_pieces} pieces a creator"
        yield Bar(words, "it is more pieces than allowed", "count", "most", limits.max_pieces)
    if limits.max_spend is not None:
        words = f"at most {money(limits.max_spend)} a creator"
        yield Bar(words, "it costs more than a creator may", "price", "most", limits.max_spend)


def _musts(limits: Limits) -> Iterator[Clause]:
    if limits.must:
        yield Must(tuple(sorted(set(limits.must))))


def _demands(limits: Limits, money: Money) -> Iterator[Clause]:
    everyone = Quota("", limits.min_creators, limits.max_creators)
    yield from _of_quota(everyone, None, "", money)
    for quota in limits.platforms:
        yield from _of_quota(
            quota, "platform", f" on {PLATFORMS.get(quota.name, quota.name)}", money
        )
    for quota in limits.tiers:
        yield from _of_quota(quota, "tier", f" of the size {quota.name}", money)
    if limits.smaller_share:
        words = (
            f"{limits.smaller_share:.0%} of the spending for {names(list(limits.smaller_tiers))}"
        )
        share = round(limits.smaller_share * SHARES)
        yield Demand(f"at least {words}", "share", "tier", limits.smaller_tiers, least=share)


def _of_quota(quota: Quota, column: str | None, where: str, money: Money) -> Iterator[Clause]:
    within = (quota.name,) if column else ()
    if quota.min_creators:
        words = f"at least {_count(quota.min_creators)}{where}"
        yield Demand(words, "creators", column, within, least=quota.min_creators)
    if quota.max_creators is not None:
        words = f"at most {_count(quota.max_creators)}{where}"
        yield Demand(words, "creators", column, within, most=quota.max_creators)
    if quota.min_spend:
        words = f"at least {money(quota.min_spend)}{where}"
        yield Demand(words, "spend", column, within, least=quota.min_spend)
    if quota.max_spend is not None:
        words = f"at most {money(quota.max_spend)}{where}"
        yield Demand(words, "spend", column, within, most=quota.max_spend)


def _count(creators: int) -> str:
    return "1 creator" if creators == 1 else f"{creators:,} creators"

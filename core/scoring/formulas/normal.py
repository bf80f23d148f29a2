"""The normal distribution as an expression: engines have no such function in common."""

from collections.abc import Mapping
from typing import cast

import narwhals as nw

from core.scoring import bell
from core.scoring.formulas.engine import Frame


def with_shares(accounts: Frame, distances: Mapping[str, nw.Expr]) -> Frame:
    """`accounts` with the share of a standard normal below each distance, under its name.

    Null stays null; beyond 7 the share is 0 or 1. In steps, because an expression that holds
    another one many times grows beyond what a cluster can plan.
    """
    far = {name: f"{name}_far" for name in distances}
    steps = accounts.with_columns(*(z.alias(name) for name, z in distances.items()))
    steps = steps.with_columns(*(_away(nw.col(name)).alias(at) for name, at in far.items()))
    steps = steps.with_columns(*(_tail(nw.col(at)).alias(at) for at in far.values()))
    return steps.with_columns(
        *(_below(nw.col(name), nw.col(at)).alias(name) for name, at in far.items())
    ).drop(*far.values())


def _away(z: nw.Expr) -> nw.Expr:
    return z.abs().clip(0, bell.FAR)


def _tail(away: nw.Expr) -> nw.Expr:
    above, under = (bell.polynomial(away, part) for part in (bell.ABOVE, bell.UNDER))
    return cast(nw.Expr, (away * away / -2).exp() * above / under)


def _below(z: nw.Expr, tail: nw.Expr) -> nw.Expr:
    ends = nw.when(z <= -bell.FAR).then(0.0).when(z >= bell.FAR).then(1.0)
    return ends.when(z > 0).then(1 - tail).when(z <= 0).then(tail)

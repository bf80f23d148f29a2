"""The normal distribution as an expression: engines have no such function in common."""

from typing import Final

import narwhals as nw

# Hart (1968), algorithm 5666, as given by West (2005): exact to about 15 digits.
_ABOVE: Final = (
    0.0352624965998911,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376,
)
_UNDER: Final = (
    0.0883883476483184,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752,
)
_FAR: Final = 7.0  # further out the share is below 2 in a million million


def below(z: nw.Expr) -> nw.Expr:
    """The share of a standard normal below `z`; null stays null, beyond 7 it is 0 or 1."""
    away = z.abs().clip(0, _FAR)
    tail = (-(away**2) / 2).exp() * _polynomial(away, _ABOVE) / _polynomial(away, _UNDER)
    near = nw.when(z > 0).then(1 - tail).otherwise(tail)
    return nw.when(z <= -_FAR).then(0.0).when(z >= _FAR).then(1.0).when(~z.is_null()).then(near)


def _polynomial(x: nw.Expr, factors: tuple[float, ...]) -> nw.Expr:
    total = x * factors[0] + factors[1]
    for factor in factors[2:]:
        total = total * x + factor
    return total

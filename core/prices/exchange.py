"""Rates of exchange as somebody typed them: nothing is fetched, and one not told is unknown."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from core.errors import MicroscopeError

Rates = tuple[tuple[str, float], ...]

DOLLAR: Final = "USD"  # published price lists and the rates themselves are in dollars


@dataclass(frozen=True, slots=True)
class Exchange:
    """`currency` counts here; `rates` say how much of a currency one US dollar buys."""

    currency: str = DOLLAR
    rates: Rates = ()

    def __post_init__(self) -> None:
        for _, rate in self.rates:
            check_rate(rate)

    @property
    def per_usd(self) -> float | None:
        """How much of `currency` one US dollar buys; None where nobody has said."""
        return self._for_a_dollar(self.currency)

    def knows(self, code: str) -> bool:
        """Whether an amount in `code` can be read in `currency`."""
        return code == self.currency or None not in (self._for_a_dollar(code), self.per_usd)

    def worth(self, stated: pd.Series) -> pd.Series:
        """One unit of each stated currency in `currency`; null without a rate, 1 if none stated."""
        codes = stated.str.upper()
        known = {code: self._of_one(code) for code in codes.dropna().unique()}
        return codes.map(known).astype("float64").mask(stated.isna(), 1.0)

    def _of_one(self, code: str) -> float:
        if code == self.currency:
            return 1.0
        theirs, ours = self._for_a_dollar(code), self.per_usd
        return np.nan if theirs is None or ours is None else ours / theirs

    def _for_a_dollar(self, code: str) -> float | None:
        return 1.0 if code == DOLLAR else dict(self.rates).get(code)


IN_DOLLARS: Final = Exchange()


def check_rate(rate: float) -> None:
    """Raise MicroscopeError for a rate of exchange that is not above zero."""
    if not (rate > 0 and np.isfinite(rate)):
        raise MicroscopeError(
            f"A rate of {rate} to the US dollar cannot be used.",
            "Say how much of your currency one US dollar buys, for example 0.92.",
        )

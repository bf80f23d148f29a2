"""Published rate cards: what one piece of work costs by platform, format and size.

`card` gives a plain frame so that a page can let people edit it; everything else takes the frame.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from core import figures
from core.errors import UnknownName
from core.prices.exchange import check_rate

DEFAULT = "EASYAPPS"  # of equally graded cards the newest for each platform

COLUMNS = (
    "platform",
    "format",
    "tier_label",
    "followers_min",
    "followers_max",
    "low",
    "typical",
    "high",
    "basis",
    "source_id",
)


@dataclass(frozen=True, slots=True)
class Card:
    """One published rate card that can be chosen; its key is its source."""

    source_id: str
    label: str
    platforms: tuple[str, ...]
    remark: str  # what to mind, as found when the card was read


@cache
def cards() -> tuple[Card, ...]:
    """The rate cards that can be chosen, the usual one first."""
    sets = figures.read("rate_card_sets")
    return tuple(
        Card(
            str(key),
            group["label"].iloc[0],
            tuple(group["platform"].unique()),
            group["remark"].iloc[0],
        )
        for key, group in sets.groupby("source_id", sort=False)
    )


def card(
    source_id: str = DEFAULT, platform: str | None = None, rate_per_usd: float | None = 1.0
) -> pd.DataFrame:
    """The rate card `source_id` in the currency of which one US dollar buys `rate_per_usd`.

    Without a rate (None) no price of it is known.

    Columns: platform, format, tier_label, followers_min (inclusive), followers_max (null = open),
    low, typical, high, basis, source_id. Where only a range is printed, typical is its geometric
    middle, and where only its lower end is printed, that end; `basis` says which.
    """
    if rate_per_usd is not None:
        check_rate(rate_per_usd)
    rate = np.nan if rate_per_usd is None else rate_per_usd
    rows = _printed(source_id, platform)
    low, average, high = (
        rows[f"price_{end}_usd"].astype("float64") * rate for end in ("low", "typical", "high")
    )
    middle = np.sqrt(low * high)
    basis = pd.Series("printed as the least", index=rows.index, dtype="str")
    basis = basis.mask(middle.notna(), "middle of the printed range")
    basis = basis.mask(average.notna(), "printed average")
    typical = average.fillna(middle).fillna(low)
    rows = rows.assign(low=low, typical=typical, high=high, basis=basis)
    return rows[list(COLUMNS)].reset_index(drop=True)


def _printed(source_id: str, platform: str | None) -> pd.DataFrame:
    """The rows of a rate card as printed, the special ones before those for all platforms."""
    sets = figures.read("rate_card_sets")
    if source_id not in set(sets["source_id"]):
        raise UnknownName.among("rate card", source_id, sets["source_id"].unique())
    sets = sets[sets["source_id"] == source_id]
    if platform is not None:
        sets = sets[sets["platform"] == platform]
    printed = figures.read("rate_cards").rename(
        columns={"platform": "printed_platform", "format": "printed_format"}
    )
    rows = sets.merge(printed, on=["source_id", "printed_platform", "printed_format"], how="inner")
    rows = rows.drop_duplicates(["platform", "format", "followers_min"])
    return rows.sort_values(["platform", "format", "followers_min"], kind="stable")

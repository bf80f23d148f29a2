"""What the brand paid before: its own level against the rate card, and each creator's against that.

A fee paid is held against the card's price for that creator's size as a logarithm. The brand's
level is the mean over creators, shrunk towards the card; a creator's own is shrunk towards the
brand's. The spreads that decide how far are assumptions of ours, outweighed by the first deals.
"""

from statistics import NormalDist
from typing import Final

import numpy as np
import pandas as pd

from core import tables
from core.prices.exchange import Exchange

MARKET: Final = 0.5  # SD of a brand's level around the card, on the logarithm
BETWEEN: Final = 0.6  # SD of creators of one size around the brand's level
WITHIN: Final = 0.3  # SD of one creator's deals

COLUMNS: Final = ("creator", "format", "paid", "deals")

_REACH: Final = NormalDist().inv_cdf(0.9)  # 8 in 10 lie within so many SDs


def paid(deals: pd.DataFrame, exchange: Exchange) -> pd.DataFrame:
    """creator, format (lower case; null = not said), paid (a piece), deals: money as it reads here.

    One row a creator and format, the geometric mean of what was paid for a piece. Gifts and deals
    in a currency without a rate are left out; without a currency it is the workspace's.
    """
    pieces = deals["count"].where(deals["count"] > 0).fillna(1.0)
    each = deals["fee"] / pieces * exchange.worth(deals["currency"])
    rows = pd.DataFrame(
        {
            "creator": tables.creator_key(deals),
            "format": deals["format"].str.strip().str.lower(),
            "log": np.log(each.where(each > 0)),
        }
    )
    rows = rows[rows["log"].notna() & rows["creator"].notna()]
    groups = rows.groupby(["creator", "format"], dropna=False, sort=True)["log"]
    found = groups.agg(["mean", "size"]).reset_index()
    found = found.assign(paid=np.exp(found["mean"]), deals=found["size"])
    return found[list(COLUMNS)]


def expected(lines: pd.DataFrame, paid: pd.DataFrame) -> pd.DataFrame:
    """price, low, high (80 %), deals: what each of `lines` should cost by what was paid before.

    `lines` has creator, format, card_price (null where the card has none). Null where nothing was
    paid to anybody; without a card's price only what was paid to this creator for this format.
    """
    lines = lines.reset_index(drop=True)
    card = lines.dropna(subset=["card_price"]).drop_duplicates(["creator", "format"])
    usual = card.drop_duplicates("creator").set_index("creator")["card_price"]
    exact = card.set_index(["creator", "format"])["card_price"]
    keys = pd.MultiIndex.from_frame(paid[["creator", "format"]])
    against = exact.reindex(keys).set_axis(paid.index).fillna(paid["creator"].map(usual))
    ratio = pd.DataFrame(
        {
            "creator": paid["creator"],
            "deals": paid["deals"],
            "sum": np.log(paid["paid"] / against) * paid["deals"],
        }
    ).dropna()
    own = ratio.groupby("creator")[["sum", "deals"]].sum()
    return _shrunk(lines, own).combine_first(_as_paid(lines, paid))


def _shrunk(lines: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    mean = own["sum"] / own["deals"]
    noise = BETWEEN**2 + WITHIN**2 / own["deals"]
    weight = 1 / noise
    level = float((mean * weight).sum() / (weight.sum() + 1 / MARKET**2))
    unsure = 1 / (weight.sum() + 1 / MARKET**2)
    deals = lines["creator"].map(own["deals"]).fillna(0.0)
    trust = deals / (deals + WITHIN**2 / BETWEEN**2)
    away = lines["creator"].map(mean).fillna(level) - level
    middle = np.log(lines["card_price"]) + level + trust * away
    spread = np.sqrt(WITHIN**2 + (1 - trust) * (BETWEEN**2 + unsure))
    found = _around(middle, spread, deals)
    return found if len(own) else found.assign(price=np.nan, low=np.nan, high=np.nan)


def _as_paid(lines: pd.DataFrame, paid: pd.DataFrame) -> pd.DataFrame:
    exact = paid.dropna(subset=["format"]).set_index(["creator", "format"])
    here = exact.reindex(pd.MultiIndex.from_frame(lines[["creator", "format"]]))
    here = here.set_axis(lines.index)
    deals = here["deals"].astype("float64")
    return _around(np.log(here["paid"]), WITHIN * np.sqrt(1 + 1 / deals), deals.fillna(0.0))


def _around(middle: pd.Series, spread: pd.Series, deals: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "price": np.exp(middle),
            "low": np.exp(middle - _REACH * spread),
            "high": np.exp(middle + _REACH * spread),
            "deals": deals,
        }
    )

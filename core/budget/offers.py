"""What could be bought: every creator's formats and numbers of pieces with price and value.

The price of a line is its fee, what agency and usage rights add to the fee, and the product with
its shipping (`costs`). A gift is a line without a fee; its value is what one piece brings times the
share of gifted creators who post.
"""

from typing import Final, get_args

import numpy as np
import pandas as pd

from core import figures, prices
from core.budget import costs, ledger, lognormal, results
from core.budget.assumptions import ANY, GIFTED_WHO_POST, OWN, Assumptions, Goal, Rate, with_middle
from core.budget.ledger import Learnt
from core.errors import UnknownName
from core.tables import PLATFORMS, TEXT

GIFT: Final = "gift"
GIFTED: Final = "product only"

_KNOWN: Final = ("score", "person")  # of the creators, for limits; carried where they are there
_FIRST: Final = ("creator", "option", "platform", "handle", "tier", "format", "count", "followers")
_PRICED: Final = ("price", "price_low", "price_high", "price_source", *costs.PARTS)
_VALUED: Final = ("value", "value_low", "value_high", "value_source", "source_ids")


def options(
    creators: pd.DataFrame,
    rates: pd.DataFrame,
    goal: Goal,
    assumptions: Assumptions,
    paid: pd.DataFrame | None = None,
    lesson: Learnt | None = None,
) -> pd.DataFrame:
    """One row for each creator, format and number of pieces that has a price and a value.

    Columns: creator, option (words), platform, handle, tier, format, count, followers, price,
    price_low, price_high, price_source, the parts of the price (`costs.PARTS`), value, value_low,
    value_high, value_source, source_ids (of the value), the expected result of every goal (null
    where unknown), and score and person where `creators` has them. `paid` are own past deals
    (`past.paid`), `lesson` what settled forecasts teach.
    """
    pieces = _pieces(creators, rates, goal, assumptions, paid)
    valued = pieces[pieces["value"].notna()]
    counts = pd.DataFrame({"count": np.arange(1, assumptions.max_pieces + 1)})
    gifted = valued["creator"].isin(given_only(creators, assumptions))
    lines = valued[valued["price"].notna() & ~gifted].merge(counts, how="cross")
    for column in ("price", "price_low", "price_high", "value", *get_args(Goal)):
        lines[column] = lines[column] * lines["count"]
    given = valued if assumptions.gifts is not None else valued[gifted]
    if len(given):
        post = assumptions.gifts or Rate(ANY, *with_middle(*GIFTED_WHO_POST), OWN)
        lines = pd.concat([lines, _gifts(given, post)], ignore_index=True)
    lines = costs.added(lines, assumptions.costs)
    differ = figures.spread("engagement_between_posts") / np.sqrt(lines["count"])
    low, high = lognormal.bounds(lines["value"], np.hypot(lines["spread"], differ))
    lines = lines.assign(option=_words(lines), value_low=low, value_high=high)
    lines = ledger.applied(lines, lesson or Learnt())
    known = creators.reindex(columns=[name for name in _KNOWN if name in creators])
    known = known.assign(creator=results.keys(creators)).drop_duplicates("creator")
    lines = lines.merge(known, on="creator", how="left")
    columns = [*_FIRST, *_PRICED, *_VALUED, *get_args(Goal), *known.columns.drop("creator")]
    return lines[columns].reset_index(drop=True)


def unpriced(
    creators: pd.DataFrame,
    rates: pd.DataFrame,
    goal: Goal,
    assumptions: Assumptions,
    paid: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The creators that are no option, with the reason: creator, platform, handle, reason."""
    pieces = _pieces(creators, rates, goal, assumptions, paid)
    gifted = pieces["creator"].isin(given_only(creators, assumptions))
    bought = pieces["price"].notna() | gifted | (assumptions.gifts is not None)
    fine = bought & pieces["value"].notna()
    rest = pieces[~pieces["creator"].isin(pieces.loc[fine, "creator"])]
    reason = rest["price_note"].where(rest["price"].isna()).fillna(rest["value_note"])
    rest = rest.assign(reason=reason).drop_duplicates("creator")
    return rest[["creator", "platform", "handle", "reason"]].reset_index(drop=True)


def given_only(creators: pd.DataFrame, assumptions: Assumptions) -> list[str]:
    """The creators that get the product and no fee: chosen so, or as a list says."""
    listed = said_by_lists(creators) if assumptions.as_listed else []
    return [*assumptions.gifted, *listed]


def said_by_lists(creators: pd.DataFrame) -> list[str]:
    """The creators of whom a list says that they get the product and no fee."""
    if "gift_only" not in creators:
        return []
    return results.keys(creators)[creators["gift_only"].fillna(False).astype("bool")].tolist()


def _pieces(
    creators: pd.DataFrame,
    rates: pd.DataFrame,
    goal: Goal,
    assumptions: Assumptions,
    paid: pd.DataFrame | None,
) -> pd.DataFrame:
    """One piece of work for each creator and format, with price and value or the reason without."""
    if goal not in get_args(Goal):
        raise UnknownName.among("goal", goal, get_args(Goal))
    told = assumptions
    priced = prices.price(creators, rates, told.formats, told.exchange, paid)
    valued = results.of_one_piece(creators, goal, assumptions)
    lines = priced.merge(valued.drop_duplicates("creator"), on="creator", how="left")
    return lines.assign(source_ids=lines["value_ids"])


def _gifts(valued: pd.DataFrame, post: Rate) -> pd.DataFrame:
    """One gift for each creator whose piece has a value; the share `post` of them post."""
    one = valued.drop_duplicates("creator")
    return one.assign(
        format=GIFT,
        count=1,
        price=0.0,
        price_low=0.0,
        price_high=0.0,
        price_source=GIFTED,
        spread=np.hypot(one["spread"], post.spread),
        source_ids=one["value_ids"],
        **{name: one[name] * post.typical for name in ("value", *get_args(Goal))},
    )


def _words(lines: pd.DataFrame) -> pd.Series:
    """`2 Instagram posts`."""
    plural = lines["format"].str.replace(r"y$", "ie", regex=True) + "s"
    thing = lines["format"].where(lines["count"] == 1, plural)
    named = lines["platform"].map(PLATFORMS).astype(TEXT).fillna(lines["platform"]) + " "
    return lines["count"].astype(TEXT) + " " + named.fillna("") + thing

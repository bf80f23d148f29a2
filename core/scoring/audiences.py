"""How much of each creator's audience looks alive, from the profiles of its followers at hand."""

import numpy as np
import pandas as pd

from core import figures, tables
from core.metrics import Estimate
from core.scoring import audience, bell, profiles
from core.scoring.creators import conformed

_FEWEST = 10  # profiles of followers: fewer say nothing about an audience
COLUMNS = (
    "audience",
    "audience_low",
    "audience_high",
    "audience_n",
    "alive_share",
    "alive_share_low",
    "alive_share_high",
)
_PROFILE = ("has_picture", "private", "posts", "followers", "following", "bio")


def of_creators(follows: pd.DataFrame, accounts: pd.DataFrame, level: float = 0.8) -> pd.DataFrame:
    """`accounts` with COLUMNS: audience (0 to 1) is the share of audiences that look less alive.

    alive_share = 1 − followers worth asking about, out of the followers whose profiles are among
    `accounts` (at least ten). audience_n counts them. Null where there are too few.
    """
    people = profiles_of(conformed(follows, "follows"), accounts)
    found = {
        str(creator): audience.fake_share(rows, level)
        for creator, rows in people.groupby("creator", sort=True)
        if len(rows) >= _FEWEST
    }
    quiet = _frame(found).reindex(tables.creator_key(accounts)).set_axis(accounts.index)
    alive = {
        "alive_share": 1 - quiet["value"],
        "alive_share_low": 1 - quiet["high"],
        "alive_share_high": 1 - quiet["low"],
    }
    bells = {name.replace("alive_share", "audience"): standing(of) for name, of in alive.items()}
    return accounts.assign(**bells, audience_n=quiet["n"].astype("Int64"), **alive)


def standing(alive: pd.Series) -> pd.Series:
    """The share of audiences that look less alive, going by the published shares of influencers."""
    usual, spread = (figures.spread(f"audience_{name}") for name in ("usual", "between_creators"))
    with np.errstate(divide="ignore"):
        odds = np.log(alive / (1 - alive)) - np.log((1 - usual) / usual)
    return pd.Series(bell.below(odds.to_numpy(dtype=float) / spread), alive.index)


def profiles_of(follows: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """One row a follower whose profile is known: creator (who is followed), username, profile."""
    names = follows[["platform", "follower"]].set_axis(["platform", "handle"], axis=1)
    place = pd.Index(tables.creator_key(accounts)).get_indexer(tables.creator_key(names))
    here = (place >= 0) & follows["handle"].notna().to_numpy()
    known = accounts.iloc[place[here]].reset_index(drop=True)
    rows = known.reindex(columns=list(_PROFILE)).assign(
        username=known["handle"],
        creator=tables.creator_key(follows[here]).to_numpy(),
    )
    enough = rows[["has_picture", "posts", "followers", "following"]].notna().sum(axis=1)
    return rows[enough >= profiles.FEWEST - 1].drop_duplicates(["creator", "username"])


def _frame(found: dict[str, Estimate]) -> pd.DataFrame:
    values = {key: (one.value, one.low, one.high, one.n) for key, one in found.items()}
    columns = ["value", "low", "high", "n"]
    return pd.DataFrame.from_dict(values, orient="index", columns=columns).astype("float64")

"""The followers of one list whose profiles are here: how many look alive, and whom to look at next.

Names on a list say nothing by themselves. A profile is known where the same account came in with
another file. Those are rarely a fair sample, so a fair one can be drawn, looked at and brought in.
"""

from typing import Final

import numpy as np
import pandas as pd

from core import metrics, tables
from core.locale import Writing
from core.metrics import Estimate, Input, Number
from core.scoring import audience, audiences

SOURCES: Final = ("SRF17", "FOLLOWERSETS")
_NOT_DRAWN: Final = (
    "The profiles known so far came in with other lists, so they may not be like the others. A "
    "draw by chance, looked at and brought in, is the fair way."
)
_NOT_YET: Final = (
    "A list of followers holds names and dates, and a name alone says nothing about who is behind"
    " it."
)
_TO_FILL: Final = {
    "platform": "Platform",
    "follower": "Username",
    "has_picture": "Profile picture",
    "posts": "Posts",
    "followers": "Followers",
    "following": "Following",
}


def known(people: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """The rows of `people` (one a follower) whose profile is among `accounts`, with that profile.

    Columns username, has_picture, private, posts, followers, following, bio; each follower once.
    """
    one = people.assign(handle="list", follower=people["follower"].str.lower())
    found = audiences.profiles_of(one.drop_duplicates("follower"), tables.current(accounts))
    return found.drop(columns="creator").reset_index(drop=True)


def draw(people: pd.DataFrame, accounts: pd.DataFrame, count: int, seed: int) -> pd.DataFrame:
    """`count` followers drawn by chance among those not known yet, as a table to be filled in.

    Its headings are understood when the filled table is brought in. The same seed draws the same.
    """
    unseen = people[people["follower"].notna()].drop_duplicates(["platform", "follower"])
    have = pd.Index(tables.current(accounts)["creator"])
    unseen = unseen[have.get_indexer(_keys(unseen)) < 0]
    chosen = np.random.default_rng(seed).permutation(len(unseen))[:count]
    return unseen.iloc[np.sort(chosen)].reindex(columns=list(_TO_FILL)).rename(columns=_TO_FILL)


def number(seen: pd.DataFrame, everybody: int, writing: Writing) -> Number:
    """The share worth asking about with its range and passport; `seen` as `known` gives it."""
    metric, found = metrics.metric("quiet_followers"), _rounded(audience.fake_share(seen))
    if found.value is None:
        return Number(metric, found, note="No profile of a follower is known yet.")
    low, high = writing.share(found.low), writing.share(found.high)
    working = (
        f"{writing.number(found.n)} profiles of {writing.number(everybody)} followers, six signs "
        f"each → {writing.share(found.value)}; eight times in ten between {low} and {high}"
    )
    inputs = (
        Input("Profiles looked at", writing.number(found.n)),
        Input("The range as people out of 50", _of_fifty(found, writing)),
    )
    return Number(metric, found, working, inputs, SOURCES, audience.NOT_A_VERDICT)


def _rounded(share: Estimate) -> Estimate:
    """To thousandths: finer ends would promise what nobody knows."""
    value, low, high = (
        None if end is None else round(end, 3) for end in (share.value, share.low, share.high)
    )
    return Estimate(value, low, high, share.n)


def caution(seen: pd.DataFrame) -> str:
    """What keeps the profiles known so far (`known`) from speaking for all of the list."""
    return _NOT_DRAWN if len(seen) else _NOT_YET


def finding(shown: Number, writing: Writing) -> str:
    """The range as a count of fifty followers, in words."""
    estimate = shown.estimate
    if estimate.low is None or estimate.high is None:
        return "No profile of a follower is known yet"
    return f"Of 50 followers, {_of_fifty(estimate, writing)} may be worth asking about"


def _of_fifty(share: Estimate, writing: Writing) -> str:
    """`2 to 10`: the ends of the range as a count of fifty."""
    least, most = (round(50 * (end or 0.0)) for end in (share.low, share.high))
    return f"{writing.number(least)} to {writing.number(most)}" if least < most else f"{most}"


def _keys(people: pd.DataFrame) -> pd.Series:
    names = people[["platform", "follower"]].set_axis(["platform", "handle"], axis=1)
    return tables.creator_key(names)

"""Out of a list of followers with profiles: how many look alive, and how sure that is.

Nobody is accused: a profile without picture and posts that follows thousands may well be a person.
So a follower gets a probability, and an audience a share with a range, which counts what differs
from one set of followers to the next and not only how many were looked at. Measured by
tests/evaluation/audience_share.py. Known limit: where many real followers are quiet themselves, the
share comes out too high, and no range that is still of use covers that.
"""

from typing import Final

import numpy as np
import pandas as pd

from core import figures
from core.locale import Writing
from core.metrics import Estimate
from core.scoring import bell, mixture, profiles

NOT_A_VERDICT: Final = (
    "A quiet profile may well belong to a person: this is a reason to ask, not a verdict."
)
FIRST_LOOK: Final = 50  # how many to look at where nobody has been looked at


def fake_probability(followers: pd.DataFrame, known: profiles.Signs | None = None) -> pd.Series:
    """How likely each follower is one worth asking about, 0 to 1, in a usual audience.

    Columns username, has_picture, private, posts, followers, following, bio; any may be null or
    absent. What is unknown moves nothing: an empty profile gets the usual share of 10 %.
    """
    known = known or profiles.shipped()
    ratios = mixture.evidence(profiles.codes(followers, known), known)
    return pd.Series(mixture.chance(ratios, known.usual), followers.index, dtype="float64")


def fake_share(
    followers: pd.DataFrame, level: float = 0.8, known: profiles.Signs | None = None
) -> Estimate:
    """The share of followers worth asking about, with a range that holds it `level` of the time.

    n = the profiles of which enough is known (three signs of six); unknown where there are none.
    Not the mean of `fake_probability`: the share is found in this audience, whatever is usual.
    """
    if not 0 < level < 1:
        raise ValueError(f"the level must lie between 0 and 1, not {level}")
    found = _separated(followers, known or profiles.shipped())
    if found is None:
        return Estimate(None)
    share, low, high = mixture.likely(found, level)
    between = bell.reach(level) * _between(share)
    return Estimate(
        share,
        max(share - float(np.hypot(share - low, between)), 0.0),
        min(share + float(np.hypot(high - share, between)), 1.0),
        int(found.counts.sum()),
    )


def more_to_halve(followers: pd.DataFrame, known: profiles.Signs | None = None) -> int:
    """How many more followers to look at to halve the range of `fake_share`.

    0 where looking at more cannot halve it: what differs from set to set is left. 50 where nobody
    has been looked at.
    """
    found = _separated(followers, known or profiles.shipped())
    if found is None:
        return FIRST_LOOK
    share, low, high = mixture.likely(found, 0.8)
    few, between = (high - low) / 2, bell.reach(0.8) * _between(share)
    # The part that comes from few followers shrinks with their root, the other part stays:
    # few² ÷ times + between² = (few² + between²) ÷ 4.
    left = (few**2 - 3 * between**2) / 4
    if left <= 0:
        return 0
    looked = found.counts.sum()
    return int(np.ceil(looked * (few**2 / left - 1)))


def advice(more: int, writing: Writing, seen: int) -> str:
    """What `more_to_halve` means, in words, where `seen` profiles are known so far."""
    if not seen:
        return (
            f"Look at up to {writing.number(more)} of them, drawn by chance, to see how many may"
            " be worth asking about"
        )
    if not more:
        return "Looking at more followers would not halve this range"
    return f"Look at {writing.number(more)} more to halve this range"


def _separated(followers: pd.DataFrame, known: profiles.Signs) -> mixture.Mixture | None:
    codes = profiles.codes(followers, known)
    enough = codes[(codes >= 0).sum(axis=1) >= profiles.FEWEST]
    return mixture.separate(enough, known) if len(enough) else None


def _between(share: float) -> float:
    """The SD of the error that more followers of the same audience would not remove."""
    return figures.spread("audience_between_sets") + share * figures.spread(
        "audience_between_sets_slope"
    )

"""How well each creator fits the brand: bio and captions against the brief, one row a creator."""

import numpy as np
import pandas as pd

from core import figures, tables
from core.scoring import bell, fit
from core.scoring.creators import conformed

COLUMNS = ("fit", "fit_low", "fit_high", "fit_n", "deal_breakers")


def of_creators(
    posts: pd.DataFrame,
    accounts: pd.DataFrame,
    brief: str,
    deal_breakers: str = "",
    level: float = 0.8,
) -> pd.DataFrame:
    """`accounts` with COLUMNS: fit (0 to 1) is the share of a mixed crowd that is further away.

    The mean similarity of the captions and the bio, few texts leaning on the usual one; range =
    `level`; fit_n counts the texts. Null without a text or a brief. deal_breakers holds the words
    found in any of the texts, null where none was: a veto, for a person to look at.
    """
    texts = _texts(conformed(posts, "posts"), accounts)
    near = fit.similarity(texts["text"], brief).groupby(texts["creator"])
    key = tables.creator_key(accounts)
    n = near.count().reindex(key).set_axis(accounts.index)
    mean = near.mean().reindex(key).set_axis(accounts.index)
    usual, between, within = (
        figures.spread(f"fit_{name}") for name in ("usual", "between_creators", "between_posts")
    )
    noise = within**2 / n.where(n > 0)
    trust = between**2 / (between**2 + noise)
    middle = trust * (mean - usual) / between
    width = bell.reach(level) * np.sqrt(trust * noise) / between
    ends = {"": middle, "_low": middle - width, "_high": middle + width}
    return accounts.assign(
        **{f"fit{end}": bell.below(value) for end, value in ends.items()},
        fit_n=n.where(mean.notna()).astype("Int64"),
        deal_breakers=_broken(texts, deal_breakers).reindex(key).set_axis(accounts.index),
    )


def _texts(posts: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """creator, text: every caption and every bio that is there."""
    captions = posts.assign(creator=tables.creator_key(posts), text=posts["caption"])[
        ["creator", "text"]
    ]
    bios = accounts.assign(creator=tables.creator_key(accounts), text=accounts["bio"])[
        ["creator", "text"]
    ]
    both = pd.concat([captions, bios], ignore_index=True)
    return both[both["text"].notna()].reset_index(drop=True)


def _broken(texts: pd.DataFrame, deal_breakers: str) -> pd.Series:
    found = fit.breaks(texts["text"], deal_breakers)
    single = found.assign(found=found["found"].str.split(", ")).explode("found")
    creator = texts["creator"].reindex(single["text"]).to_numpy()
    joined = single["found"].groupby(creator).agg(lambda words: ", ".join(dict.fromkeys(words)))
    return joined.astype("str")

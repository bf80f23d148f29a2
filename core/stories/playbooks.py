"""Campaigns by how they were run, and what of one can be taken over into a plan of one's own."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.locale import is_known
from core.stories import sizes

PLAYBOOKS: Final[Mapping[str, str]] = {
    "gifting": "Gifting",
    "ambassadors": "Ambassadors",
    "hashtag": "Hashtag",
    "events": "Events",
    "codes": "Codes",
    "posts": "Paid posts",
}
FEES: Final[Mapping[str, str]] = {
    "no fee": "No fee",
    "fee": "Fees",
    "unknown": "Pay not published",
}
NETWORKS: Final = ("Instagram", "TikTok", "YouTube", "Twitter")
UNSAID: Final = "not published"
_HASHTAG: Final = re.compile(r"#(\w+)")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan takes over from a campaign; empty or None = the campaign does not say.

    `followers` are the ends of its sizes; `mix` has followers from, to below and number of creators
    of each size; `pay` is the most for a creator, in US dollars.
    """

    campaign_id: str
    name: str
    followers: tuple[float, float] | None = None
    mix: tuple[tuple[float, float, int], ...] = ()
    creators: int | None = None
    pay: float | None = None
    gifts_only: bool = False
    hashtags: tuple[str, ...] = ()


def chosen(
    stories: pd.DataFrame,
    playbooks: Collection[str] = (),
    of_size: Collection[str] = (),
    networks: Collection[str] = (),
    fees: Collection[str] = (),
    grades: Collection[str] = (),
    *,
    most: float | None = None,
) -> pd.DataFrame:
    """The rows that pass; an empty choice lets all pass, UNSAID those who do not say.

    `most` is US dollars: a campaign that cost more is left out, one whose cost is unknown stays.
    """
    kept = _any_of(stories["playbooks"], playbooks)
    kept &= _any_of(stories["sizes"], of_size) & _any_of(stories["platform"], networks)
    if most is not None:
        kept &= ~(costs(stories) > most)
    if fees:
        kept &= stories["fee"].isin(list(fees))
    return stories[kept & stories["evidence_grade"].isin(list(grades))] if grades else stories[kept]


def costs(stories: pd.DataFrame) -> pd.Series:
    """What each campaign cost in US dollars: as published, or the most for a creator times their
    number; unknown where neither is.
    """
    could = stories["pay_high"] * stories["creators_high"]
    return stories["spend"].fillna(could).astype("float64")


def _any_of(column: pd.Series, wanted: Collection[str]) -> pd.Series:
    """Whether a text says one of the words wanted, in any case."""
    words = [re.escape(word) for word in wanted if word != UNSAID]
    if not wanted:
        return pd.Series(True, index=column.index)
    said = column.fillna("").str.contains("|".join(words), case=False) if words else column.isna()
    return said | column.isna() if UNSAID in wanted else said


def terms(story: pd.Series, brand: str) -> Terms:
    """What can be taken over from one row of `stories`, with a hashtag for `brand`."""
    gifts = story["fee"] == "no fee" and "gifting" in str(story["playbooks"])
    most = story["creators_high"]
    pay = story["pay_high"]
    return Terms(
        campaign_id=str(story["campaign_id"]),
        name=f"{story['brand']}, {story['campaign']}",
        followers=sizes.span(story["sizes"]) if is_known(story["sizes"]) else None,
        mix=sizes.mix(story["tier"]) if is_known(story["tier"]) else (),
        creators=int(most) if is_known(most) else None,
        pay=float(pay) if is_known(pay) else None,
        gifts_only=bool(gifts),
        hashtags=_hashtags(f"{story['campaign']} {story['compensation']}", story["brand"], brand),
    )


def _hashtags(said: str, theirs: str, brand: str) -> tuple[str, ...]:
    """The campaign's hashtags with one's own brand in the place of theirs."""
    own, other = _joined(brand) or "YourBrand", _joined(theirs)
    found = []
    for tag in dict.fromkeys(_HASHTAG.findall(said)):
        if other and other.lower() in tag.lower():
            found.append("#" + re.sub(re.escape(other), own, tag, flags=re.IGNORECASE))
        else:
            found.append(f"#{own}")
    return tuple(dict.fromkeys(found))


def _joined(name: str) -> str:
    """A name as it stands in a hashtag: letters and digits alone."""
    return re.sub(r"\W", "", name.split("(")[0])

"""The creators of the sample: sizes over all tiers, rates and prices near published figures."""

import math
from dataclasses import dataclass
from itertools import pairwise

import words
from dice import Dice

# Typical engagement by followers, between the article's table and Modash's; straight lines on
# logarithms between the points.
_CURVE = ((600, 0.080), (2_200, 0.042), (7_000, 0.024), (22_000, 0.016), (140_000, 0.012))
_BETWEEN_CREATORS = 0.99  # SD of log engagement among accounts of one size, KIM20
_PRICE_A_FOLLOWER = 0.02  # 10,000 followers, 200 dollars: where EASYAPPS's tiers meet
_PRICE_OF_THE_WORK = 20  # nobody does it for less
_SMALLEST, _LARGEST = 600, 140_000
_OFF_TOPIC = ("Fitness", "Gaming")
_COMMENTS_A_LIKE = 0.045


@dataclass(frozen=True, slots=True)
class Creator:
    """One invented person as the world has them; each list may have seen them a little wrongly."""

    handle: str
    name: str
    topic: str
    bio: str
    country: str
    followers: int
    following: int
    posts: int
    rate: float  # (likes + comments) per post ÷ followers
    price: int  # US dollars for one post

    @property
    def likes(self) -> float:
        """Likes on a typical post."""
        return self.followers * self.rate / (1 + _COMMENTS_A_LIKE)

    @property
    def comments(self) -> float:
        """Comments on a typical post."""
        return self.likes * _COMMENTS_A_LIKE


def typical_rate(followers: int) -> float:
    """The middle of the published engagement rates at this size."""
    points = [(math.log(size), math.log(rate)) for size, rate in _CURVE]
    at = math.log(followers)
    for (x, y), (next_x, next_y) in pairwise(points):
        if at <= next_x:
            return math.exp(y + (next_y - y) * (at - x) / (next_x - x))
    return math.exp(points[-1][1])


def troupe(subject: str, count: int) -> list[Creator]:
    """`count` creators, small ones more often than large ones, in no order."""
    dice = Dice(subject)
    names = dice.shuffled([(first, last) for first in words.FIRST for last in words.LAST])
    topics = ["Tea", *(topic for topic in words.BIOS if topic not in _OFF_TOPIC)]
    shares = dice.shuffled([(i / (count - 1)) ** 1.3 for i in range(count)])
    return [
        _creator(
            dice, name, share, dice.pick(_OFF_TOPIC) if i % 13 == 6 else topics[i % len(topics)]
        )
        for i, (name, share) in enumerate(zip(names, shares, strict=False))
    ]


def _creator(dice: Dice, name: tuple[str, str], share: float, topic: str) -> Creator:
    first, last = name
    exact = _SMALLEST * (_LARGEST / _SMALLEST) ** share
    followers = min(_LARGEST, max(_SMALLEST, round(exact * dice.factor(0.05))))
    root = last.split("-")[0].lower()
    joint = dice.pick(("", ".", "_"))
    asked = (_PRICE_OF_THE_WORK + followers * _PRICE_A_FOLLOWER) * dice.factor(0.45)
    return Creator(
        handle=f"{first.lower()}{joint}{root}{words.MARK}",
        name=f"{first} {last}",
        topic=topic,
        bio=dice.pick(words.BIOS[topic]),
        country=dice.pick(words.COUNTRIES),
        followers=followers,
        following=round(650 * dice.factor(0.6)),
        posts=round(380 * dice.factor(0.7)),
        rate=min(0.22, typical_rate(followers) * dice.factor(_BETWEEN_CREATORS)),
        price=5 * round(asked / 5),
    )

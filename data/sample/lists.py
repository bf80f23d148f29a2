"""The lists that others hand a shop: a vendor's table, a hashtag search, an agency's roster."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import archives
import words
from creators import Creator
from crowd import EXPORTED
from dice import Dice

_BETWEEN_POSTS = 0.48  # SD of log engagement among posts of one creator, KIM20
_PAID = 415 / 442  # a labelled post gets 415 interactions where an unlabelled one gets 442
_PAID_SHARE = 0.12
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789-_"
_INSTAGRAM = "https://www.instagram.com/"
_AHEAD = 2  # the roster was made some days later, when two of its creators had grown

_VENDOR = [
    "Username",
    "Full name",
    "Profile link",
    "Bio",
    "Category",
    "Country",
    "Followers",
    "Following",
    "Posts",
    "Avg. likes",
    "Avg. comments",
    "ER",
    "Price (USD)",
]
_HASHTAG = ["Username", "Post URL", "Posted at", "Likes", "Comments", "Caption", "Sponsored"]
_ROSTER = [
    "Platform",
    "Handle",
    "Name",
    "Followers",
    "Avg. views",
    "Avg. likes",
    "Avg. comments",
    "Country",
    "Fee per post (USD)",
]


def vendor(creators: Sequence[Creator]) -> bytes:
    """A vendor's CSV as Excel saves it: K numbers, percent, gaps, and two rows with a problem."""
    dice = Dice("vendor list")
    rows = [_vendor_row(dice, creator) for creator in creators]
    rows[23][0] = rows[23][2] = ""  # a row without a handle
    rows[31][9] = "3l2"  # a letter typed for a digit
    rows[5][10], rows[17][10] = "N/A", "-"  # comments that the vendor does not know
    return _csv(_VENDOR, rows, "\r\n", "utf-8-sig")


def _vendor_row(dice: Dice, creator: Creator) -> list[str]:
    seen = dice.factor(0.08)
    claimed = creator.rate * seen * (1.6 if dice.chance(0.06) else dice.number(0.97, 1.03))
    likes, comments = round(creator.likes * seen), round(creator.comments * seen)
    return [
        creator.handle,
        creator.name,
        f"{_INSTAGRAM}{creator.handle}/",
        creator.bio,
        creator.topic,
        "" if dice.chance(0.1) else creator.country,
        short(creator.followers),
        f"{creator.following:,}",
        f"{creator.posts:,}",
        short(likes),
        short(comments),
        f"{claimed:.2%}",
        "" if dice.chance(0.3) else f"${creator.price:,}",
    ]


def hashtag(creators: Sequence[Creator]) -> bytes:
    """The posts that a search for the shop's hashtags found, 12 to 18 a creator, newest first."""
    dice = Dice("hashtag posts")
    posts = [post for c in creators for post in _posts(dice, c, dice.whole(12, 18))]
    posts.sort(key=lambda post: post[2], reverse=True)
    for hidden in (40, 111, 205):
        posts[hidden][3] = "-1"  # how such tools write hidden likes
    return _csv(_HASHTAG, posts, "\n", "utf-8")


def _posts(dice: Dice, creator: Creator, count: int) -> Iterable[list[str]]:
    when = EXPORTED - timedelta(days=dice.number(0.5, 6))
    for _ in range(count):
        paid = dice.chance(_PAID_SHARE)
        luck = dice.factor(_BETWEEN_POSTS, reach=2.5) * (_PAID if paid else 1)
        yield [
            creator.handle,
            f"{_INSTAGRAM}p/KQ{''.join(dice.pick(_LETTERS) for _ in range(9))}/",
            _moment(when),
            str(round(creator.likes * luck)),
            str(round(creator.comments * luck * dice.factor(0.4))),
            _caption(dice, creator.topic, paid),
            "true" if paid else "false",
        ]
        when -= timedelta(days=dice.number(1.5, 9), seconds=dice.whole(0, 40_000))


def _caption(dice: Dice, topic: str, paid: bool) -> str:
    first, second = dice.shuffled(words.LINES[topic])[:2]
    tags = " ".join(dice.shuffled(words.TAGS)[: dice.whole(1, 3)])
    parts = [f"{first}.", dice.pick(words.CITY) if dice.chance(0.5) else f"{second}."]
    if paid:
        parts.append(dice.pick(words.PAID))
    return " ".join(parts) + ("\n" if dice.chance(0.2) else " ") + tags


def roster(creators: Sequence[Creator], known: Sequence[Creator]) -> bytes:
    """An agency's XLSX: a cover, then a title over the table; two creators are in the vendor's too.

    The two have grown a little since, so that the sources disagree on their followers.
    """
    dice = Dice("agency roster")
    platforms = ("TikTok",) * 5 + ("YouTube",) * 3 + ("Instagram",) * 2
    rows = [_roster_row(dice, p, c) for p, c in zip(platforms, creators, strict=True)]
    rows += [_roster_row(dice, "Instagram", creator, grown=1.023) for creator in known[:_AHEAD]]
    rows[3][8] = rows[7][8] = None  # to be agreed
    cover = [
        ["Pierlight Agency (invented)"],
        [f"Creators proposed to {words.SHOP}"],
        ["Valid until 31 January 2027"],
    ]
    title: list[list[archives.Cell]] = [["Roster, November 2026"], [], _ROSTER]
    sheets = {"Cover": cover, "Roster": title + rows}
    return archives.workbook(sheets, merged={"Roster": "A1:I1"})


def _roster_row(
    dice: Dice, platform: str, creator: Creator, grown: float = 1.0
) -> list[archives.Cell]:
    followers = round(creator.followers * grown)
    watched = platform != "Instagram"
    views = round(followers * 0.35 * dice.factor(0.8)) if watched else None
    return [
        platform,
        f"@{creator.handle}",
        creator.name,
        followers,
        views,
        round(creator.likes * dice.factor(0.1)),
        round(creator.comments * dice.factor(0.1)),
        creator.country,
        creator.price,
    ]


def short(count: int) -> str:
    """The way vendors print counts: 2,345 and 23.4K."""
    return f"{count:,}" if count < 10_000 else f"{count / 1000:.1f}K"


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]], line: str, encoding: str) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=line)
    writer.writerows([header, *rows])
    return buffer.getvalue().encode(encoding)

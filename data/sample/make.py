"""Make the sample shop's files: `python data/sample/make.py [folder]`.

The shop, its people and their words are invented; sizes, engagement and prices follow the published
figures. The files are committed; run this again only when what it says is to change.
"""

import json
import sys
from datetime import timedelta
from pathlib import Path

import crowd
import downloads
import lists
import words
from creators import Creator, troupe
from dice import Dice

_FOLLOWERS = 1_600
_FOLLOWING = 140
_TIKTOK_FOLLOWERS = 420
_ON_BOTH = 118  # of the TikTok followers, how many follow on Instagram too, by the same name
_POSTING = 20

INSTAGRAM = f"instagram-{words.HANDLE}-2026-11-20-Kq7Tea01.zip"
TIKTOK = "user_data_tiktok.json"
VENDOR = "vendor_list_instagram.csv"
HASHTAG = "hashtag_posts.csv"
ROSTER = "agency_roster.xlsx"


def files() -> dict[str, bytes]:
    """The sample's files: name → bytes, the same ones every time."""
    listed = troupe("vendor creators", 40)
    agency = troupe("agency creators", 10)
    small = sorted(listed, key=lambda creator: creator.followers)
    fans = [creator.handle for creator in small[2:24:3]]  # followers of the shop worth a look
    instagram = _instagram_followers(fans)
    return {
        INSTAGRAM: downloads.instagram(instagram, _following(listed)),
        TIKTOK: downloads.tiktok(_tiktok_followers(instagram), []),
        VENDOR: lists.vendor(listed),
        HASHTAG: lists.hashtag(_posting(small)),
        ROSTER: lists.roster(agency, [small[18], small[27]]),
        "shop.json": (json.dumps(_shop(), indent=2, ensure_ascii=False) + "\n").encode(),
    }


def _instagram_followers(fans: list[str]) -> list[crowd.Follow]:
    sudden = crowd.burst(Dice("burst"))
    known = [handle for handle, _ in sudden] + fans
    others = crowd.handles(Dice("followers"), _FOLLOWERS - len(known), taken=known)
    steady = crowd.crowd(Dice("follow dates"), fans + others, crowd.OPENED)
    return crowd.newest_first(steady + sudden)


def _tiktok_followers(instagram: list[crowd.Follow]) -> list[crowd.Follow]:
    dice = Dice("TikTok followers")
    names = [handle for handle, _ in instagram]
    both = dice.shuffled(names)[:_ON_BOTH]
    more = crowd.handles(dice, _TIKTOK_FOLLOWERS - _ON_BOTH, taken=names)
    return crowd.newest_first(crowd.crowd(dice, both + more, crowd.TIKTOK_OPENED))


def _following(listed: list[Creator]) -> list[crowd.Follow]:
    dice = Dice("following")
    creators = [creator.handle for creator in dice.shuffled(listed)[:11]]
    people = creators + crowd.handles(dice, _FOLLOWING - len(creators), taken=creators)
    return crowd.newest_first(crowd.crowd(dice, people, crowd.OPENED + timedelta(days=1)))


def _posting(small: list[Creator]) -> list[Creator]:
    """Those whose posts the hashtag search found: half of the list, over all sizes."""
    return small[::2][:_POSTING]


def _shop() -> dict[str, object]:
    return {
        "about": "Kettle & Quay and everybody in these files are invented.",
        "brand": {
            "name": words.SHOP,
            "values": "slow mornings, small makers, honest origins, no waste",
            "topics": "loose leaf tea, baking to go with it, walks in the harbour city, ceramics",
            "deal_breakers": "detox and diet tea, miracle cures, gambling",
        },
        "budget": 1500,
        "currency": "USD",
        "goal": "engagements",
        "files": [
            {"file": INSTAGRAM, "found_via": "own followers", "owner": words.HANDLE},
            {"file": TIKTOK, "found_via": "own followers", "owner": words.HANDLE},
            {"file": VENDOR, "found_via": "vendor list", "owner": None},
            {"file": HASHTAG, "found_via": "hashtag or location search", "owner": None},
            {"file": ROSTER, "found_via": "agency", "owner": None},
        ],
    }


def main() -> None:
    """Write the files into the given folder, by default beside this script."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    for name, content in files().items():
        (folder / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


if __name__ == "__main__":
    main()

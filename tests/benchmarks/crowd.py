"""Ten thousand invented creators and one list of followers, the same every time."""

import hashlib
import json
import random
from pathlib import Path

from core import readers, store

CREATORS = 10_000
FOLLOWERS = 5_000
_PLATFORMS = ("Instagram", "TikTok", "X")
_COUNTRIES = ("AT", "DE", "GB", "US", "FR")
_START = 1_600_000_000


def fill(url: str, creators: int = CREATORS, followers: int = FOLLOWERS) -> None:
    """Bring the crowd into the database at `url`, as users would: read, then kept."""
    dice = random.Random(7)
    files = {"list.csv": _list(dice, creators), "followers_1.json": _followers(dice, followers)}
    here = store.open(url)
    for name, content in files.items():
        digest = hashlib.sha256(content).hexdigest()
        owner = "our.shop" if name.endswith(".json") else None
        read = readers.read(name, content)
        here.keep(read, name=name, content_sha256=digest, size=len(content), owner=owner)
    here.close()


def database(folder: Path) -> str:
    """The address of the database in `folder`."""
    return f"sqlite:///{(folder / 'microscope.db').as_posix()}"


def _list(dice: random.Random, count: int) -> bytes:
    lines = ["Platform,Handle,Name,Country,Followers,Avg likes,Avg comments,Price (USD)"]
    for number in range(count):
        followers = int(10 ** dice.uniform(2.3, 5))
        likes = int(followers * dice.lognormvariate(-3.4, 0.8))
        where = f"{dice.choice(_PLATFORMS)},maker_{number},Maker {number},{dice.choice(_COUNTRIES)}"
        price = int(5 + followers * dice.uniform(0.004, 0.02)) if dice.random() < 0.6 else ""
        lines.append(f"{where},{followers},{likes},{likes // 25},{price}")
    return "\n".join(lines).encode()


def _followers(dice: random.Random, count: int) -> bytes:
    people = []
    for number in range(count):
        name, when = f"follower_{number}", _START + dice.randrange(100_000_000)
        link = f"https://www.instagram.com/{name}"
        one = {"href": link, "value": name, "timestamp": when}
        people.append({"title": "", "media_list_data": [], "string_list_data": [one]})
    return json.dumps(people).encode()

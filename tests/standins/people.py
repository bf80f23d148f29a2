"""Made-up people for the stand-ins: the beginning of a name decides its fate, the rest its numbers.

nobody… is not there, closed… is suspended, shy… is private, personal… is no professional account,
withdrawn… shows its counts and then no posts.
"""

import hashlib

POSTS = 45


def fate(name: str) -> str:
    """What the network says of `name`."""
    low = name.lower()
    fates = ("nobody", "closed", "shy", "personal", "hidden", "withdrawn")
    return next((one for one in fates if low.startswith(one)), "there")


def number(name: str, what: str, most: int) -> int:
    """A number that stays the same for the same name and question."""
    digest = hashlib.blake2b(f"{name.lower()}/{what}".encode(), digest_size=6).digest()
    return int.from_bytes(digest) % most


def followers(name: str) -> int:
    """How many follow `name`."""
    return 300 + number(name, "followers", 9_000)


def day(index: int) -> str:
    """When the post number `index`, counted from the newest, was written."""
    return f"2026-{11 - index // 25:02d}-{25 - index % 25:02d}T10:00:00.000Z"


def caption(name: str, index: int) -> str:
    """What `name` wrote."""
    words = ("a slow morning with green tea", "new cups from the kiln", "wool, rain and a book")
    return f"{words[number(name, str(index), 3)]} ({index})"

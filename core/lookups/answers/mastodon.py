"""What Mastodon answers with, as far as it is used."""

from core.lookups.answers.shapes import NONE, Count, Flag, Maybe, Shape, Text, each


class Account(Shape):
    """Who somebody is, with counts."""

    id: str
    acct: str
    url: Text = None
    display_name: Text = None
    note: Text = None
    locked: Flag = None
    avatar: Text = None
    noindex: Flag = None
    followers_count: Count = None
    following_count: Count = None
    statuses_count: Count = None


class Status(Shape):
    """A post with its numbers."""

    id: str
    account: Account
    created_at: Text = None
    url: Text = None
    content: Text = None
    favourites_count: Count = None
    replies_count: Count = None
    reblogs_count: Count = None
    reblog: Maybe[Shape] = None


class Context(Shape):
    """What was written below a post."""

    descendants: each(Status) = NONE  # type: ignore[valid-type]


class Hits(Shape):
    """People found by a word."""

    accounts: each(Account) = NONE  # type: ignore[valid-type]


class AccountsPage(Shape):
    """A page of followers, and where the next one begins: a number of the server's own."""

    items: each(Account)  # type: ignore[valid-type]
    next: Text = None


Statuses = each(Status)

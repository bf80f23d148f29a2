"""What Instagram answers with, as far as it is used."""

from core.lookups.answers.shapes import NONE, Count, Maybe, Shape, Text, each


class Own(Shape):
    """The Instagram account that belongs to a page."""

    id: str
    username: Text = None


class Page(Shape):
    """One of the pages of whoever owns the token."""

    instagram_business_account: Maybe[Own] = None


class Pages(Shape):
    """The pages of whoever owns the token."""

    data: each(Page) = NONE  # type: ignore[valid-type]


class Media(Shape):
    """A post; `like_count` is missing where likes are hidden."""

    id: str
    caption: Text = None
    like_count: Count = None
    comments_count: Count = None
    media_type: Text = None
    permalink: Text = None
    timestamp: Text = None


class MediaPage(Shape):
    """The newest posts. The link to more of them holds the token, so it is not taken along."""

    data: each(Media) = NONE  # type: ignore[valid-type]


class Profile(Shape):
    """A professional account."""

    username: str
    name: Text = None
    biography: Text = None
    followers_count: Count = None
    follows_count: Count = None
    media_count: Count = None
    profile_picture_url: Text = None
    media: Maybe[MediaPage] = None


class Discovery(Shape):
    """What business discovery brings."""

    business_discovery: Profile

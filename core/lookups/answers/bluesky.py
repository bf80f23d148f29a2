"""What Bluesky answers with, as far as it is used."""

from core.lookups.answers.shapes import NONE, Camel, Count, Maybe, Text, each


class Profile(Camel):
    """Who somebody is; the counts are there in a profile and not in a list of people."""

    did: str
    handle: str
    display_name: Text = None
    description: Text = None
    avatar: Text = None
    followers_count: Count = None
    follows_count: Count = None
    posts_count: Count = None


class Profiles(Camel):
    """Up to 25 profiles; those that are not there are left out in silence."""

    profiles: each(Profile)  # type: ignore[valid-type]


class Words(Camel):
    """What a post says, and when it was written."""

    text: Text = None
    created_at: Text = None


class Post(Camel):
    """A post with its numbers."""

    uri: str
    author: Profile
    record: Words
    like_count: Count = None
    reply_count: Count = None
    repost_count: Count = None


class Reason(Camel):
    """Why a post that is somebody else's stands in a feed."""

    type: Text = None


class Item(Camel):
    """One line of a feed."""

    post: Post
    reason: Maybe[Reason] = None


class Feed(Camel):
    """The newest posts of an account."""

    feed: each(Item)  # type: ignore[valid-type]


class Reply(Camel):
    """An answer to a post."""

    post: Post


class Thread(Camel):
    """A post and the answers right below it."""

    replies: each(Reply) = NONE  # type: ignore[valid-type]


class ThreadAnswer(Camel):
    """What a question for a thread brings."""

    thread: Thread


class Followers(Camel):
    """A page of followers, and of whom."""

    subject: Maybe[Profile] = None
    followers: each(Profile)  # type: ignore[valid-type]
    cursor: Text = None


class Actors(Camel):
    """A page of people found by a word."""

    actors: each(Profile)  # type: ignore[valid-type]
    cursor: Text = None


class Posts(Camel):
    """A page of posts found by a hashtag."""

    posts: each(Post)  # type: ignore[valid-type]
    cursor: Text = None

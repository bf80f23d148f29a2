"""What X answers with, as far as it is used."""

from core.lookups.answers.shapes import NONE, Count, Flag, Maybe, Shape, Text, each


class UserNumbers(Shape):
    """The counts of an account."""

    followers_count: Count = None
    following_count: Count = None
    tweet_count: Count = None


class User(Shape):
    """An account."""

    id: str
    username: str
    name: Text = None
    description: Text = None
    protected: Flag = None
    verified: Flag = None
    profile_image_url: Text = None
    public_metrics: Maybe[UserNumbers] = None


class Problem(Shape):
    """Why one of many is not in the answer; the whole is good all the same."""

    value: Text = None
    type: Text = None
    detail: Text = None


class Users(Shape):
    """Up to 100 accounts, and what there is to say of the others."""

    data: each(User) = NONE  # type: ignore[valid-type]
    errors: each(Problem) = NONE  # type: ignore[valid-type]


class PostNumbers(Shape):
    """The counts of a post."""

    like_count: Count = None
    reply_count: Count = None
    retweet_count: Count = None
    bookmark_count: Count = None
    impression_count: Count = None


class Post(Shape):
    """A post with its numbers."""

    id: str
    text: Text = None
    created_at: Text = None
    public_metrics: Maybe[PostNumbers] = None


class Posts(Shape):
    """The newest posts of an account."""

    data: each(Post) = NONE  # type: ignore[valid-type]
    errors: each(Problem) = NONE  # type: ignore[valid-type]


class UsageNumbers(Shape):
    """Posts read this month, and how many may be."""

    project_usage: Count = None
    project_cap: Count = None


class Usage(Shape):
    """What a question for the use so far brings."""

    data: Maybe[UsageNumbers] = None

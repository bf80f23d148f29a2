"""What YouTube answers with, as far as it is used."""

from core.lookups.answers.shapes import NONE, Camel, Count, Flag, Maybe, Text, each


class Snippet(Camel):
    """The words about a channel or a video."""

    title: Text = None
    description: Text = None
    custom_url: Text = None
    country: Text = None
    published_at: Text = None


class ChannelNumbers(Camel):
    """Counts come as text; the one of subscribers is rounded to three digits."""

    subscriber_count: Count = None
    hidden_subscriber_count: Flag = None
    video_count: Count = None


class Lists(Camel):
    """The playlist that holds all videos of the channel."""

    uploads: Text = None


class Details(Camel):
    """What belongs to a channel."""

    related_playlists: Maybe[Lists] = None


class Channel(Camel):
    """A channel."""

    id: str
    snippet: Snippet
    statistics: Maybe[ChannelNumbers] = None
    content_details: Maybe[Details] = None


class Channels(Camel):
    """What a question for channels brings; a name that is not there has no items at all."""

    items: each(Channel) = NONE  # type: ignore[valid-type]


class Entry(Camel):
    """Which video an entry of a playlist is."""

    video_id: str


class PlaylistItem(Camel):
    """An entry of a playlist."""

    content_details: Entry


class Playlist(Camel):
    """The newest entries of a playlist."""

    items: each(PlaylistItem) = NONE  # type: ignore[valid-type]


class VideoNumbers(Camel):
    """Likes and comments are missing where the channel has turned them off."""

    view_count: Count = None
    like_count: Count = None
    comment_count: Count = None


class Video(Camel):
    """A video with its numbers."""

    id: str
    snippet: Snippet
    statistics: Maybe[VideoNumbers] = None


class Videos(Camel):
    """Up to 50 videos."""

    items: each(Video) = NONE  # type: ignore[valid-type]


class CommentWords(Camel):
    """What somebody wrote below a video."""

    text_original: Text = None
    text_display: Text = None
    author_display_name: Text = None
    published_at: Text = None


class TopComment(Camel):
    """The comment of a thread."""

    snippet: CommentWords


class ThreadSnippet(Camel):
    """What belongs to a thread of comments."""

    top_level_comment: TopComment


class CommentThread(Camel):
    """A comment and what was answered to it."""

    snippet: ThreadSnippet


class CommentThreads(Camel):
    """A page of comments."""

    items: each(CommentThread) = NONE  # type: ignore[valid-type]


class HitId(Camel):
    """Which channel a hit is."""

    channel_id: str


class Hit(Camel):
    """A channel found by a word."""

    id: HitId


class Hits(Camel):
    """A page of channels found."""

    items: each(Hit) = NONE  # type: ignore[valid-type]
    next_page_token: Text = None

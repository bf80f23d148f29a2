"""Every format there is, in the order they are tried; a new one is a module with `recognise` and a
line here.
"""

from collections.abc import Callable, Mapping
from typing import Final

from core.readers import (
    facebook,
    instagram,
    instagram_html,
    instagram_insights,
    instagram_posts,
    linkedin,
    lists,
    objects,
    replies,
    takeout,
    tiktok,
    x_archive,
    zips,
)
from core.readers.bundles import Bundle
from core.readers.files import File
from core.readers.reading import Reading

Recogniser = Callable[[File, Mapping[str, str] | None], Reading | None]

SINGLES: Final[tuple[Recogniser, ...]] = (
    instagram.recognise,
    instagram_html.recognise,
    instagram_posts.recognise,
    instagram_insights.recognise,
    tiktok.recognise,
    x_archive.recognise,
    facebook.recognise,
    objects.recognise,
    linkedin.recognise,
    takeout.recognise,
    lists.recognise,
)
RECOGNISERS: Final[tuple[Recogniser, ...]] = (
    replies.recognise,
    zips.recognise,
    Bundle(SINGLES).recognise,
    *SINGLES,
)

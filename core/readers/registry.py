"""Every format there is, in the order they are tried; a new one is a module with `recognise` and a
line here.
"""

from collections.abc import Callable, Mapping
from typing import Final

from core.readers import instagram, instagram_html, lists, objects, tiktok, x_archive, zips
from core.readers.files import File
from core.readers.reading import Reading

Recogniser = Callable[[File, Mapping[str, str] | None], Reading | None]

RECOGNISERS: Final[tuple[Recogniser, ...]] = (
    zips.recognise,
    instagram.recognise,
    instagram_html.recognise,
    tiktok.recognise,
    x_archive.recognise,
    objects.recognise,
    lists.recognise,
)

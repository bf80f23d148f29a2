"""Other people's words on screen, letter by letter: a name never becomes a link or a picture."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$^=&@])")


def plain(text: object) -> str:
    """`text` so that Markdown shows it letter by letter."""
    return _SPECIAL.sub(r"\\\1", str(text))

"""Records that a program wrote as a table: headings that are paths, `authorMeta/name`,
`user.screen_name`.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.readers import fields, headers
from core.readers.fields import Shape
from core.readers.headers import Header


def read(names: Sequence[str], first: Sequence[str]) -> list[Header]:
    """What the columns mean, `first` being the row behind the headings `names`: as in JSON where
    a known kind of record has these fields, else by each heading alone.
    """
    alone = [headers.read(name) for name in names]
    shape = _shape(names, first)
    if shape is None:
        return alone
    paths = _paths(names)
    # Of several fields for one thing, the first that is there.
    found: dict[str, str] = {}
    for path, meaning in shape.meanings.items():
        if path in paths:
            found.setdefault(meaning, path)
    meant = {path: meaning for meaning, path in found.items()}
    return [
        _known(header, meant[path], shape.platform) if path in meant else header
        for path, header in zip(paths, alone, strict=True)
    ]


def are_headings(names: Sequence[str], first: Sequence[str]) -> bool:
    """Whether `names` are the fields of a known kind of record, whatever their words say."""
    return _shape(names, first) is not None


def _shape(names: Sequence[str], first: Sequence[str]) -> Shape | None:
    return fields.shape([dict(zip(_paths(names), first, strict=False))])


def _paths(names: Sequence[str]) -> list[str]:
    return [name.strip().replace("/", ".") for name in names]


def _known(header: Header, meaning: str, platform: str) -> Header:
    network = platform if meaning == "handle" else header.platform
    return replace(header, meaning=meaning, platform=network)

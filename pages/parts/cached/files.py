"""What was understood of a file that lies in the browser's upload box."""

import hashlib
from collections.abc import Mapping
from typing import Final

import streamlit as st

from core import readers


@st.cache_resource(max_entries=16, ttl=3600, show_spinner="Reading …")
def _reading(
    name: str, digest: str, mapping: tuple[tuple[str, str], ...], _content: bytes
) -> readers.Reading | readers.UnreadableFile:
    try:
        return readers.read(name, _content, mapping=dict(mapping) or None)
    except readers.UnreadableFile as error:
        return error


@st.cache_data(max_entries=256, ttl=3600, show_spinner=False)
def digest(file_id: str, _content: bytes) -> str:
    """The SHA-256 of an uploaded file, worked out once an upload."""
    return hashlib.sha256(_content).hexdigest()


def reading(
    name: str, digest: str, content: bytes, mapping: Mapping[str, str]
) -> readers.Reading | readers.UnreadableFile:
    """What was understood of `content`, whose SHA-256 is `digest`, or why nothing was."""
    return _reading(name, digest, tuple(sorted(mapping.items())), content)


KEPT: Final = (_reading, digest)

"""Instaloader's packed files: read like the JSON inside, never beyond a limit."""

import json
import lzma

import pytest

from core.readers import UnreadableFile, read

PROFILE = {
    "node": {"username": "mira", "edge_followed_by": {"count": 5}, "edge_follow": {"count": 6}},
    "instaloader": {"version": "4.15", "node_type": "Profile"},
}
POST = {
    "node": {
        "shortcode": "Dx1",
        "owner": {"username": "mira"},
        "taken_at_timestamp": 1_714_550_400,
        "edge_media_preview_like": {"count": 12},
        "edge_media_to_comment": {"count": 3},
        "edge_media_to_caption": {"edges": [{"node": {"text": "Wool"}}]},
        "location": {"lat": 48.1, "lng": 11.5},
    },
    "instaloader": {"version": "4.15", "node_type": "Post"},
}


def test_a_packed_profile_is_an_account() -> None:
    made = read("mira_1.json.xz", lzma.compress(json.dumps(PROFILE).encode()))
    account = made.tables["accounts"].iloc[0]
    assert account[["platform", "handle", "followers", "following"]].tolist() == [
        "instagram",
        "mira",
        5,
        6,
    ]


def test_a_packed_post_is_a_post_without_its_place() -> None:
    made = read("2024-05-01_08-00-00_UTC.json.xz", lzma.compress(json.dumps(POST).encode()))
    post = made.tables["posts"].iloc[0]
    assert post[["handle", "post_id", "likes", "comments", "caption"]].tolist() == [
        "mira",
        "Dx1",
        12,
        3,
        "Wool",
    ]
    assert any("positions on the map" in note for note in made.notes)
    assert "48.1" not in made.columns.to_string()


PACKED = lzma.compress(json.dumps(PROFILE).encode())


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (PACKED[:-20], "breaks off"),
        (PACKED[:30] + b"damaged" + PACKED[37:], "damaged|breaks off"),
        (lzma.compress(bytes(70_000_000), preset=0), "far more than it should"),
        (lzma.compress(PACKED), "far more than it should"),
        (lzma.compress(b"\x89PNG\r\n\x1a\n" + bytes(50)), "a PNG picture"),
    ],
)
def test_what_is_packed_badly_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what) as refused:
        read("mira.json.xz", content)
    assert "mira.json.xz" in refused.value.what

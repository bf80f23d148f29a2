"""A client's reply comes in as it was saved, or not at all."""

import json

import pytest

from core import readers

# Written by the client page itself; the sum is the browser's.
REPLY = {
    "microscope_reply": 1,
    "file": "782339544833c89c355e353c",
    "title": "Creators for Kettle & Quay",
    "by": "Zoë 🐙",
    "answered_at": "2026-11-25T09:30:00.000Z",
    "decisions": [
        {"creator": "instagram/ann", "answer": "approve", "comment": "Größe passt – gern 🎉"},
        {"creator": "tiktok/bo", "answer": "decline", "comment": ""},
        {"creator": "instagram/cy", "answer": "", "comment": "=1+1"},
    ],
    "check": "4ee9161a26e7912e",
}


def edited(**changes: object) -> bytes:
    """The reply with something else in it, as an editor would save it."""
    return json.dumps({**REPLY, **changes}, indent=2, ensure_ascii=False).encode()


def test_a_reply_is_told_in_one_sentence() -> None:
    reading = readers.read("reply.json", edited())
    assert reading.format == "client_reply"
    assert reading.sentence == (
        "Reply by Zoë 🐙 to “Creators for Kettle & Quay”: 1 approved, 1 declined, 1 not decided;"
        " 2 comments."
    )
    assert reading.reply.decisions[0].comment == "Größe passt – gern 🎉"
    assert all(frame.empty for frame in reading.tables.values())


@pytest.mark.parametrize(
    "changes",
    [
        {"by": "Somebody else"},
        {"file": "0" * 24},
        {"check": ""},
        {"answered_at": "yesterday"},
        {"answered_at": "2026-11-25T09:30:00"},
        {"microscope_reply": 2},
        {"more": "than was there"},
        {"decisions": []},
        {"decisions": REPLY["decisions"][:2]},
        {"decisions": [*REPLY["decisions"], REPLY["decisions"][0]]},
        {"decisions": [{**REPLY["decisions"][0], "answer": "perhaps"}]},
        {"decisions": [{**REPLY["decisions"][0], "answer": "decline"}, *REPLY["decisions"][1:]]},
        {"decisions": [{"creator": "instagram/ann"}]},
        {"decisions": "none"},
    ],
)
def test_an_edited_reply_is_a_sentence(changes: dict[str, object]) -> None:
    with pytest.raises(readers.UnreadableFile, match="changed after it was saved"):
        readers.read("reply.json", edited(**changes))


def test_half_a_reply_is_a_sentence() -> None:
    with pytest.raises(readers.UnreadableFile):
        readers.read("reply.json", edited()[:-40])

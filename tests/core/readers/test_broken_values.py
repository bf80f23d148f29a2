"""JSON that is well formed and holds the wrong things: a reading or a sentence, nothing else."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from core.readers import UnreadableFile
from core.readers.reader import understood

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
ODD: tuple[Any, ...] = (
    None,
    True,
    "",
    "\x00\u202e=HYPERLINK(1)",
    "9" * 400,
    -1,
    10**30,
    1e308,
    [],
    {},
    [[]],
    [None, 1, "x", {}],
    {"": {"": []}},
    {"username": ["a"], "followersCount": {"count": "x"}},
)
NAMES = sorted(path.name for path in FIXTURES.glob("*.json") if "hand_edited" not in path.name)


def changed(value: Any, chance: random.Random, share: float) -> Any:
    """The value with some of its parts replaced by odd ones, doubled or left out."""
    if chance.random() < share:
        return chance.choice(ODD)
    if isinstance(value, dict):
        made = {key: changed(inner, chance, share) for key, inner in value.items()}
        if made and chance.random() < share:
            made.pop(chance.choice(list(made)))
        return made
    if isinstance(value, list):
        made_list = [changed(inner, chance, share) for inner in value]
        return made_list * chance.choice((1, 1, 2)) if chance.random() < share else made_list
    return value


@pytest.mark.parametrize("name", NAMES)
def test_odd_values_in_the_right_places_never_raise_anything_else(name: str) -> None:
    chance = random.Random(name)
    whole = json.loads((FIXTURES / name).read_text("utf-8"))
    for share in (0.02, 0.1, 0.1, 0.3, 0.3, 0.3):
        for _ in range(4):
            content = json.dumps(changed(whole, chance, share)).encode()
            try:
                made = understood(name, content)
            except UnreadableFile as refused:
                assert refused.what, content
                assert refused.do, content
            else:
                assert made.rows_read + made.rows_kept_out == made.rows, content
                assert made.rows_kept_out >= 0, content

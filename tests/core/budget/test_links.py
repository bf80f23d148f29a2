import base64
import json
import zlib

import pytest

from core.budget import links
from core.budget.history import History
from core.budget.question import Question
from core.errors import MicroscopeError

ODD = Question(
    total=2_500.5,
    goal="clicks",
    wanted=40.0,
    never=("tiktok/ben",),
    must=("instagram/ada_é",),
    prices=((None, 100.0, 250.0), (10.0, 20.0, None)),
    formats=("post", "video"),
    reach=(0.1, 0.2),
)


def packed(value):
    return base64.urlsafe_b64encode(zlib.compress(json.dumps(value).encode())).decode().rstrip("=")


@pytest.mark.parametrize("asked", [Question(), ODD], ids=["usual", "odd"])
def test_a_link_opens_the_same_question(asked):
    assert links.unpack(links.pack(asked)) == asked


def test_a_link_fits_into_an_address():
    assert len(links.pack(Question(total=2_000))) < 60
    assert set(links.pack(ODD)) <= set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "!!!",
        links.pack(ODD)[:-9],
        packed({"total": "much"}),
        packed({"goal": "fame"}),
        packed({"who": None}),
        packed([1, 2]),
        packed({"reach": [0.1]}),
        base64.urlsafe_b64encode(zlib.compress(b"0" * 10_000_000)).decode(),
        base64.urlsafe_b64encode(zlib.compress(b"[" * 90_000)).decode(),
    ],
)
def test_anything_else_is_refused_in_a_sentence(text):
    with pytest.raises(MicroscopeError, match="link") as caught:
        links.unpack(text)
    assert caught.value.do.endswith(".")


def test_undo_and_redo_walk_the_same_way():
    first, second, third = (Question(total=total) for total in (100, 200, 300))
    history = History(first).then(second).then(third)
    assert history.undone().now == second
    assert history.undone().undone().now == first
    assert history.undone().undone().redone().redone() == history
    assert history.undone().undone().undone().now == first
    assert history.redone() == history


def test_a_new_step_after_undo_forgets_what_was_undone():
    first, second, third = (Question(total=total) for total in (100, 200, 300))
    history = History(first).then(second).undone().then(third)
    assert history.redone().now == third
    assert history.undone().now == first


def test_asking_the_same_again_is_no_step():
    history = History(Question(total=100))
    assert history.then(Question(total=100)) is history

"""A large file is read beside the page: the screen says how far it is, other visitors go on."""

import threading

import pytest
import streamlit as st

from core import readers
from pages.parts import waiting
from pages.parts.cached import files

LIST = b"username,followers\nana,5\nbob,7\n"


class Work:
    """Work that is done at the end of its shares."""

    name = "long_list.csv"

    def __init__(self, *shares: float) -> None:
        self.shares = list(shares)
        self.seconds = 4.0

    @property
    def share(self) -> float:
        return self.shares[0]

    def done(self, within: float) -> bool:
        if len(self.shares) == 1:
            return True
        self.shares.pop(0)
        return False


class Screen:
    """What was shown, in order."""

    def __init__(self) -> None:
        self.shown: list[tuple[float, str] | None] = []

    def progress(self, share: float, words: str) -> None:
        self.shown.append((share, words.replace("\\", "")))

    def empty(self) -> None:
        self.shown.append(None)


@pytest.fixture
def screen(monkeypatch) -> Screen:
    made = Screen()
    monkeypatch.setattr(st, "empty", lambda: made)
    return made


def test_a_bar_says_how_far_it_is_and_goes_away(screen: Screen) -> None:
    waiting.until_done(Work(0, 0, 0.42, 1))
    assert screen.shown == [
        (0, "long_list.csv: being read, 4 s"),
        (0.42, "long_list.csv: 42% read, 4 s"),
        (1, "long_list.csv: putting it in order, 4 s"),
        None,
    ]


def test_nothing_is_said_of_a_short_file(screen: Screen) -> None:
    waiting.until_done(Work(1))
    assert screen.shown == []


def test_pages_answer_while_a_file_is_read(open_page, monkeypatch) -> None:
    may_go_on = threading.Event()
    read = readers.read

    def slow(*given, **named):
        named["tell"](0.5)
        may_go_on.wait()
        return read(*given, **named)

    monkeypatch.setattr(readers, "read", slow)
    job = files.Job("list.csv", LIST, {})
    try:
        visit = open_page("home")
        assert not visit.exception
        assert visit.title[0].value
        assert not job.done(0)
    finally:
        may_go_on.set()
    assert len(job.read().tables["accounts"]) == 2
    assert job.done(0)


def test_a_file_that_cannot_be_read_says_why() -> None:
    job = files.Job("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(99), {})
    assert isinstance(job.read(), readers.UnreadableFile)

"""Pages without a browser: Streamlit's AppTest, each test with an empty database of its own."""

import hashlib
import pickle
import runpy
import shutil
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from core import budget, scoring
from pages.parts import cached, sample, warm

ROOT = Path(__file__).resolve().parents[2]

DATABASE = "microscope.db"
Open = Callable[[str], AppTest]


def address(folder: Path) -> str:
    """The database in `folder`, as the app is told about it."""
    return f"sqlite:///{(folder / DATABASE).as_posix()}"


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample shop in it, to be copied."""
    folder = tmp_path_factory.mktemp("shop")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MICROSCOPE_DATABASE_URL", address(folder))
        sample.arrive()
        cached.the_store().close()
    st.cache_resource.clear()
    return folder / DATABASE


def once(pure: Callable[..., Any]) -> Callable[..., Any]:
    """`pure`, which works nothing out twice: whoever gives it the same gets a copy of his own."""
    known: dict[bytes, bytes] = {}

    @wraps(pure)
    def same(*given: object) -> Any:
        key = hashlib.sha256(pickle.dumps(given)).digest()
        if key not in known:
            known[key] = pickle.dumps(pure(*given))
        return pickle.loads(known[key])

    return same


PURE = ((scoring, "judge"), (budget, "options"), (budget, "unpriced"))  # the long ones


@pytest.fixture(scope="session")
def worked_out() -> dict[str, Callable[..., Any]]:
    """What core makes of creators, once for all tests that begin with the same tables."""
    return {name: once(getattr(room, name)) for room, name in PURE}


@pytest.fixture
def open_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worked_out: dict[str, Callable[..., Any]]
) -> Iterator[Open]:
    """`open_page("budget")`: the page as a visitor finds it, inside the frame."""
    for room, name in PURE:
        monkeypatch.setattr(room, name, worked_out[name])
    monkeypatch.setenv("MICROSCOPE_DATABASE_URL", address(tmp_path))
    monkeypatch.setattr(warm, "begin", lambda: None)  # all is loaded here
    monkeypatch.setattr(warm, "ready", lambda: True)
    # AppTest starts each run as a server does its first; all later ones go through app.py.
    monkeypatch.setattr(script_runner, "_mpa_v1", runpy.run_path)

    def open_page(name: str) -> AppTest:
        visit = AppTest.from_file(ROOT / "app.py", default_timeout=30).run()
        return visit if name == "home" else visit.switch_page(f"pages/{name}.py").run()

    yield open_page
    cached.the_store().close()
    st.cache_resource.clear()


@pytest.fixture
def open_shop(shop: Path, tmp_path: Path, open_page: Open) -> Open:
    """Like `open_page`, with the sample shop brought in."""
    shutil.copy(shop, tmp_path / DATABASE)
    return open_page

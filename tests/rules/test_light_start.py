"""The first page is there at once: opening it loads nothing heavier than Streamlit."""

import subprocess
import sys

import pytest

from tests.rules.house import ROOT

HEAVY = "pandas numpy pyarrow altair sqlmodel sqlalchemy alembic babel core.tables"
ASKING = "core.lookups httpx2 httpcore2 tenacity"

# AppTest itself loads pandas, so the frame runs without a server, in a process of its own.
START = """
import logging, runpy, sys, types
logging.disable()
import streamlit as st
from pages.parts import frame, warm
frame.enter = warm.begin = lambda: None
home = types.SimpleNamespace(title="Home", run=lambda: runpy.run_path("pages/home.py"))
st.Page = lambda *_, **__: None
st.navigation = lambda *_, **__: home
runpy.run_path("app.py")
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""

# What is loaded in the background, and what every page but Home begins with.
WARM = """
import logging, sys
logging.disable()
from pages.parts import warm
warm.load()
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""


@pytest.mark.parametrize(
    ("script", "heavy"), [(START, f"{HEAVY} {ASKING}"), (WARM, ASKING)], ids=["start", "warm-up"]
)
def test_nothing_heavy_is_loaded(script: str, heavy: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", script, *heavy.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == ""

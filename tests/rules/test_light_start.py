"""The first page is there at once: opening it loads nothing heavier than Streamlit."""

import subprocess
import sys

from tests.rules.house import ROOT

HEAVY = "pandas numpy pyarrow altair sqlmodel sqlalchemy alembic babel core.tables"

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


def test_the_start_page_loads_nothing_heavy() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", START, *HEAVY.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == ""

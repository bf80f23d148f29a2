"""Why the second page opens as fast as the first: the heavy libraries load while people read.

Streamlit runs a full garbage collection after every rerun, which costs 30 ms bare and about
130 ms with these libraries loaded; frozen once, they are no longer walked through.
"""

import gc
import importlib
import threading

_HEAVY = ("pandas", "altair", "sqlmodel", "alembic.command", "pages.parts.cached")

_once = threading.Lock()  # taken by the first session and never given back
_one_at_a_time = threading.Lock()
_loaded = threading.Event()


def begin() -> None:
    """Start loading in the background, once a process however many sessions ask."""
    if _once.acquire(blocking=False):
        threading.Thread(target=load, name="warm", daemon=True).start()


def ready() -> bool:
    """Whether the heavy libraries are there, so that using them costs nothing."""
    return _loaded.is_set()


def load() -> None:
    """Load the heavy libraries, or wait while another thread does.

    Two threads in the midst of importing SQLAlchemy can each find half of it and fail, so a page
    that needs it does not begin beside the background.
    """
    with _one_at_a_time:
        if ready():
            return
        for name in _HEAVY:
            importlib.import_module(name)
        gc.collect()
        gc.freeze()
        _loaded.set()

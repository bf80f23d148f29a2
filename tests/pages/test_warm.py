"""The heavy libraries are imported by one thread at a time, whoever comes first."""

import importlib
import threading

from pages.parts import warm


def test_a_page_waits_while_the_background_imports(monkeypatch):
    """Two threads amid the same import can each find half of SQLAlchemy."""
    begun, go_on = threading.Event(), threading.Event()
    imported, at_once = [], []

    def slowly(name):
        at_once.append(len(at_once) == len(imported))
        begun.set()
        go_on.wait(10)
        imported.append(name)

    monkeypatch.setattr(importlib, "import_module", slowly)
    monkeypatch.setattr(warm, "_loaded", threading.Event())
    threads = [threading.Thread(target=warm.load) for _ in range(3)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    assert not warm.ready()
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert warm.ready()
    assert imported == list(warm._HEAVY)
    assert all(at_once)

"""Imports point one way: app → pages → parts → rooms that talk to the world → rooms that know."""

import sys
from importlib.metadata import packages_distributions

from tests.rules.house import ROOT, modules, pages

LEVELS = (
    ("app",),
    ("pages",),
    ("pages.parts",),
    ("core.charts", "core.exports", "core.store", "core.lookups"),
    ("core.scoring", "core.budget", "core.overlap", "core.stories", "core.readers"),
    (
        "core.tables",
        "core.ids",
        "core.metrics",
        "core.glossary",
        "core.figures",
        "core.prices",
        "core.locale",
        "core.errors",
    ),
)
LEVEL = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
ALL = modules("", "pages", "core")


def room_of(name: str) -> str | None:
    """The room that a dotted name of ours lies in; None for libraries and for `core` itself."""
    rooms = [room for room in LEVEL if name == room or name.startswith(f"{room}.")]
    return max(rooms, key=len) if rooms else None


def points_down(here: str, there: str) -> bool:
    """Whether room `here` may import from room `there`; the rooms at the bottom know each other."""
    bottom = len(LEVELS) - 1
    return here == there or LEVEL[there] > LEVEL[here] or LEVEL[here] == LEVEL[there] == bottom


def test_every_module_of_core_has_a_room() -> None:
    strangers = [module.name for module in modules("core") if not room_of(module.name)]
    assert strangers == ["core"]


def test_imports_point_down() -> None:
    wrong = [
        f"{module.name} imports {name}"
        for module in ALL
        for name in module.imports()
        if (there := room_of(name))
        if not points_down(room_of(module.name) or "core.errors", there)
    ]
    assert wrong == []


def test_no_room_but_the_known_ones_is_used() -> None:
    ours = {"app", "pages", "core", "tests", "data"}
    wrong = [
        f"{module.name} imports {name}"
        for module in ALL
        for name in module.imports()
        if name.split(".")[0] in ours and not room_of(name)
    ]
    assert wrong == []


def test_core_never_sees_the_screen() -> None:
    assert [m.name for m in modules("core") if "streamlit" in m.libraries()] == []


def test_only_the_charts_know_altair() -> None:
    users = {m.name for m in ALL if "altair" in m.libraries()}
    assert {name for name in users if not name.startswith("core.charts")} == set()


def test_only_the_store_knows_the_database() -> None:
    libraries = {"sqlmodel", "sqlalchemy", "alembic", "sqlite3", "psycopg"}
    users = {m.name for m in ALL if libraries & m.libraries()}
    assert {name for name in users if not name.startswith("core.store")} == set()


def test_pages_ask_and_lay_out_but_never_calculate() -> None:
    tools = {"pandas", "numpy", "pyarrow", "polars", "json", "csv", "zipfile"}
    assert [page.name for page in pages() if page.libraries() & tools] == []


def test_what_is_imported_is_asked_for_by_name() -> None:
    """A library that we import stands above the transitive ones in requirements.txt."""
    direct = (ROOT / "requirements.txt").read_text("utf-8").split("\n\n")[0]
    asked = {line.split("==")[0].lower() for line in direct.splitlines() if "==" in line}
    owners = packages_distributions()
    imported = {library for module in ALL for library in module.libraries()}
    foreign = imported - sys.stdlib_module_names - {"app", "pages", "core", "data"}
    missing = [name for name in foreign if not {o.lower() for o in owners[name]} & asked]
    assert missing == []

"""Opening: made when missing, brought forward when old, left alone when newer or not ours."""

import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

import core.store
from core.errors import NewerDatabase, StoreError
from core.store import engines, models, upgrade

HOUSE = Path(__file__).resolve().parents[3]


def python(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_models_and_migrations_agree(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, models.Row.metadata) == []


def test_the_way_down_to_nothing_and_up_again(store, url):
    store.note_add("instagram/ann", "old")
    with store.engine.begin() as connection:
        command.downgrade(upgrade.configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    again = core.store.open(url)
    assert again.notes("instagram/ann").empty
    again.note_add("instagram/ann", "new")
    again.close()


def test_each_migration_file_is_named_after_its_revision(file):
    config = upgrade.configuration(None)
    script = ScriptDirectory.from_config(config)
    walked = [revision.revision for revision in script.walk_revisions()]
    assert walked[::-1] == upgrade.revisions()


def test_what_was_kept_is_there_after_opening_again(store, url):
    store.change_workspace(brand="Tea")
    store.close()
    again = core.store.open(url)
    assert again.workspace().brand == "Tea"
    again.close()


def test_a_database_newer_than_the_program_is_refused(store, url):
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(NewerDatabase, match="newer Microscope") as caught:
        core.store.open(url)
    assert "nothing in the database was changed" in caught.value.do


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_newer_file_stays_as_it_is_to_the_byte(file, mode):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(NewerDatabase):
        core.store.open(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_newer_file_with_an_unfinished_log_stays_as_it_is(file):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
        connection.commit()
        log = file.with_name(file.name + "-wal")
        before = file.read_bytes(), log.read_bytes()
        with pytest.raises(NewerDatabase):
            core.store.open(f"sqlite:///{file}")
        assert (file.read_bytes(), log.read_bytes()) == before


@pytest.mark.parametrize(
    "content", [b"hello, this is a letter\n" * 50, b"\x89PNG\r\n" + bytes(5000)]
)
def test_a_file_that_is_no_database_is_refused(file, content):
    file.write_bytes(content)
    with pytest.raises(StoreError, match="damaged, or it is not a Microscope database"):
        core.store.open(f"sqlite:///{file}")
    assert file.read_bytes() == content


def test_a_damaged_database_is_told_in_a_sentence(file):
    core.store.open(f"sqlite:///{file}").close()
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.write_bytes(bytes(content))
    with pytest.raises(StoreError, match="damaged"):
        core.store.open(f"sqlite:///{file}")


def test_the_database_of_another_program_is_left_alone(file):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE moz_cookies (name TEXT)")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        core.store.open(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_an_empty_file_becomes_a_database(file):
    file.touch()
    store = core.store.open(f"sqlite:///{file}")
    assert store.uploads().empty
    store.close()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nonsense", "cannot be understood"),
        ("mysql://host/name", "“mysql” are not supported"),
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_in_a_sentence(given, said):
    with pytest.raises(StoreError, match=said):
        core.store.open(given)


def test_a_server_that_does_not_answer_is_told_in_a_sentence(tmp_path):
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(StoreError, match="does not answer"):
        core.store.open(f"postgresql://tester@/none?host={tmp_path}")


def test_the_file_is_in_wal_mode_and_foreign_keys_are_on(file):
    store = core.store.open(f"sqlite:///{file}")
    with store.engine.connect() as connection:
        asked = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert told == ["wal", 1, 1, 30000]
    store.close()


def test_the_address_comes_from_the_environment_else_the_folder_of_the_program(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("MICROSCOPE_DATABASE_URL", f"sqlite:///{tmp_path}/named.sqlite3")
    core.store.open().close()
    assert (tmp_path / "named.sqlite3").exists()
    monkeypatch.delenv("MICROSCOPE_DATABASE_URL")
    default = tmp_path / "data" / "local" / "microscope.sqlite3"
    assert engines.DEFAULT_FILE == HOUSE / "data" / "local" / "microscope.sqlite3"
    monkeypatch.setattr(engines, "DEFAULT_FILE", default)
    core.store.open().close()
    assert default.exists()


def test_a_folder_with_odd_letters_is_no_obstacle(tmp_path):
    odd = tmp_path / "50 % töpfe #1?"
    odd.mkdir()
    for _ in range(2):
        store = core.store.open(engines.sqlite(odd / "a.sqlite3"))
        store.note_add("instagram/ann", "hello")
        store.close()
    assert [path.name for path in odd.iterdir()] == ["a.sqlite3"]


def test_processes_that_start_at_once_agree(url):
    code = "import sys, core.store as s; s.open(sys.argv[1]).note_add('instagram/ann', 'x')"
    started = [python(code, url) for _ in range(4)]
    said = [process.communicate(timeout=120)[0] for process in started]
    assert [process.returncode for process in started] == [0] * 4, said
    store = core.store.open(url)
    assert len(store.notes("instagram/ann")) == 4
    store.close()


def test_a_current_database_opens_without_alembic(store, url):
    code = "import sys, core.store as s; s.open(sys.argv[1]); print('alembic' in sys.modules)"
    said, _ = python(code, url).communicate(timeout=120)
    assert said.strip() == "False"


def test_the_models_can_be_loaded_twice():
    first, second = (runpy.run_path(models.__file__) for _ in range(2))
    assert first["Upload"] is not second["Upload"]


def test_a_workspace_of_the_first_version_keeps_its_brand_and_weighs_evenly(store, url):
    store.change_workspace(brand="Tea", weights={"fit": 3})
    with store.engine.begin() as connection:
        command.downgrade(upgrade.configuration(connection), "0001")
    again = core.store.open(url)
    workspace = again.workspace()
    assert (workspace.brand, workspace.weights) == ("Tea", {})
    assert (workspace.definition, workspace.saves) == ("followers", False)
    again.close()

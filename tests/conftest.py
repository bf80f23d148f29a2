"""What holds for all tests."""

import gc
from pathlib import Path

import pytest

import core.store


def pytest_collection_finish() -> None:
    """Walk what stays until the end (the libraries, 3,000 tests) once and not with each sweep."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once: to copy one is quicker than to make one."""
    file = tmp_path_factory.mktemp("blank") / "microscope.db"
    core.store.open(f"sqlite:///{file.as_posix()}").close()
    return file

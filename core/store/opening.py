"""Opening the database: found or made, checked, brought to the newest form."""

import os
from collections.abc import Callable
from datetime import UTC, datetime

from core.errors import StoreError
from core.store import engines, upgrade
from core.store.answers import Answers
from core.store.store import Store


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


def open(url: str | None = None, *, now: Callable[[], datetime] = utc_now) -> Store:  # noqa: A001
    """The store at `url`, else at MICROSCOPE_DATABASE_URL, else in data/local/ of this folder.

    Raises NewerDatabase or StoreError before anything is changed.
    """
    default = engines.sqlite(engines.DEFAULT_FILE)
    where = engines.address(url or os.environ.get("MICROSCOPE_DATABASE_URL") or default)
    file = engines.file_of(where)
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"The folder “{file.parent.name}” for the database cannot be made."
            raise StoreError(what, "Check that you may write there.") from error
        upgrade.look(file)
    engine = engines.make(where)
    try:
        upgrade.upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, now, Answers(engine))

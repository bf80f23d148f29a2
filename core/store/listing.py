"""Rows of the database as one typed frame, an empty one included."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

import pandas as pd
from sqlalchemy import ColumnElement, TypeDecorator, inspect, select
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from core.store.models import Row
from core.tables import FLAG, NUMBER, TEXT, TIME

_DTYPES: Final = {str: TEXT, int: "int64", float: NUMBER, bool: FLAG, datetime: TIME}


def listing(
    model: type[Row],
    *,
    session: Session,
    newest_first_by: str,
    without: Collection[str] = (),
    where: ColumnElement[bool] | None = None,
) -> pd.DataFrame:
    """One line a row of `model`, newest first; columns `without` are not even read."""
    table: Any = inspect(model).local_table
    columns = [column for column in table.columns if column.name not in without]
    query = select(*columns).order_by(table.columns[newest_first_by].desc())
    if where is not None:
        query = query.where(where)
    rows = [tuple(row) for row in session.execute(query)]
    return pd.DataFrame(
        {
            column.name: pd.array([row[at] for row in rows], dtype=_dtype(column.type))
            for at, column in enumerate(columns)
        }
    )


def _dtype(kind: TypeEngine[Any]) -> str:
    """The type of a column in a frame; SQLModel's own types wrap one of SQLAlchemy's."""
    plain = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return _DTYPES[plain.python_type]

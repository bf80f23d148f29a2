"""Frames to bytes and back, with every type and every null intact."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

import pandas as pd

PROBLEMS: Final = {"file": "str", "row": "Int64", "column": "str", "value": "str", "reason": "str"}


def to_parquet(frame: pd.DataFrame) -> bytes:
    """The frame as one Parquet file."""
    buffer = BytesIO()
    frame.to_parquet(buffer, engine="pyarrow", compression="zstd", index=False)
    return buffer.getvalue()


def from_parquet(parquet: bytes, columns: list[str] | None = None) -> pd.DataFrame:
    """The frame of one Parquet file, or some of its columns."""
    return pd.read_parquet(BytesIO(parquet), engine="pyarrow", columns=columns)


def problems(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows kept out, typed; values of any kind become text, or no file could hold them."""
    return frame.reindex(columns=list(PROBLEMS)).astype(PROBLEMS).reset_index(drop=True)


def to_json(frame: pd.DataFrame) -> dict[str, Any]:
    """The frame as plain JSON values, its types beside it; null where a value is missing."""
    times = frame.select_dtypes(["datetime", "datetimetz"]).columns
    plain = frame.astype(dict.fromkeys(times, "str")).astype(object)
    return {
        "dtypes": {str(column): str(dtype) for column, dtype in frame.dtypes.items()},
        "rows": plain.where(frame.notna(), None).to_numpy().tolist(),
    }


def from_json(stored: Mapping[str, Any]) -> pd.DataFrame:
    """The frame that `to_json` wrote."""
    dtypes = stored["dtypes"]
    return pd.DataFrame(stored["rows"], columns=list(dtypes), dtype=object).astype(dtypes)

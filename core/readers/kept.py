"""What was read of each file that was brought in, as numbers with their passports."""

import pandas as pd

from core.locale import Writing, is_known
from core.metrics import Estimate, Input, Number, metric


def numbers(uploads: pd.DataFrame, writing: Writing) -> tuple[Number, ...]:
    """The rows read of each of `uploads` (one line a file): what it is, kept out, size, way in."""
    return tuple(_read(upload, writing) for upload in uploads.itertuples())


def _read(upload: object, writing: Writing) -> Number:
    cell = upload._asdict()  # type: ignore[attr-defined]
    inputs = [
        Input(cell["name"], cell["sentence"], cell["added_at"]),
        Input("Rows kept out", writing.number(cell["rows_kept_out"])),
        Input("Size of the file in bytes", writing.number(cell["size"])),
        Input("Fingerprint (SHA-256)", str(cell["sha256"])[:12]),
    ]
    if is_known(cell["found_via"]):
        inputs.append(Input("Found via", str(cell["found_via"])))
    return Number(metric("rows_read"), Estimate(float(cell["rows"])), "", tuple(inputs))

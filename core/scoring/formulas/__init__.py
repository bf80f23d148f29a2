"""The arithmetic about accounts, written once in narwhals: the same on a laptop and on a cluster.

Every formula takes a narwhals frame of one row an account and gives it back with columns more. It
runs unchanged on polars (what the app uses, `formulas.engine`), pandas, DuckDB and PySpark. Four
things keep the answers equal: NaN is null at the door, flags are cast before they are multiplied,
a curve is a sum of clipped pieces instead of bins, and no logarithm meets a zero.
"""

from core.scoring.formulas.engagement import rated
from core.scoring.formulas.engine import Frame, columns, worked_out
from core.scoring.formulas.placing import Yardstick, placed
from core.scoring.formulas.price import priced
from core.scoring.formulas.total import combined

__all__ = [
    "Frame",
    "Yardstick",
    "columns",
    "combined",
    "placed",
    "priced",
    "rated",
    "worked_out",
]

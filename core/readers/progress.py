"""How far a reading is, told while it runs."""

from collections.abc import Callable

Tell = Callable[[float], None]  # the share of the file that has been taken in, 0 to 1, rising


def silent(share: float) -> None:
    """Tells nobody."""

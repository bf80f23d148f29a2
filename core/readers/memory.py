"""Memory that is free again, given back to the system between the steps of a long list."""

from typing import Final

import pyarrow as pa

_LONG: Final = 1 << 17  # rows from which on it matters


def give_back(rows: int) -> None:
    """What lived short goes back: Arrow keeps some of it for later, and each thread some more."""
    if rows > _LONG:
        pa.default_memory_pool().release_unused()
        pa.system_memory_pool().release_unused()

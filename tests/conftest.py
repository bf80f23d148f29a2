"""What holds for all tests."""

import gc


def pytest_collection_finish() -> None:
    """Walk what stays until the end (the libraries, 3,000 tests) once and not with each sweep."""
    gc.collect()
    gc.freeze()

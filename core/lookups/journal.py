"""What a run needs of the place that remembers it; core.store offers it as `store.lookups`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

import pandas as pd

from core.readers import Reading


class Journal(Protocol):
    """Rows, answers and claims that outlive the process."""

    def claim(self, run_id: str, holder: str, seconds: float) -> bool: ...
    def renew(self, run_id: str, holder: str, seconds: float) -> bool: ...
    def release(self, run_id: str, holder: str, *, done: bool) -> None: ...
    def write(
        self,
        run_id: str,
        holder: str,
        *,
        answers: Sequence[Mapping[str, Any]] = (),
        rows: Sequence[Mapping[str, Any]] = (),
        use: Sequence[Mapping[str, Any]] = (),
    ) -> None: ...
    def answers(self, run_id: str, chunk: int) -> dict[str, bytes]: ...
    def rows(self, run_id: str) -> pd.DataFrame: ...
    def payloads(self, run_id: str) -> list[tuple[int, bytes, datetime]]: ...
    def asked(self, run_id: str) -> tuple[str, dict[str, Any]]: ...
    def keep(
        self, run_id: str, read: Reading, *, name: str, numbers: Sequence[int], sha256: str
    ) -> str: ...
    def forget_answers(self, run_id: str, chunks: Sequence[int]) -> None: ...

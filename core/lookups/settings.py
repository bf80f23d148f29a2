"""How calls are made: patience, sizes, clock, the way to the network. The defaults are for use."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx2

from core.lookups.addresses import PublicTransport
from core.lookups.revalidation import Memory


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """Seconds, bytes and doors. Tests hand in a transport of their own that stays on the machine.

    `pace` multiplies how fast calls follow each other (1 = as the networks allow), `at_once` bounds
    the calls to all hosts together. `patience` is the longest wait for a limit to pass inside of a
    run. `lease` is how long a run stays in the hands of a process that has fallen silent. `memory`
    holds answers that can be asked about again.
    """

    transport: Callable[[], httpx2.AsyncBaseTransport] = PublicTransport
    now: Callable[[], datetime] = _now
    jitter: Callable[[float, float], float] = random.uniform
    pace: float = 1.0
    at_once: int = 32
    timeout: float = 20.0
    whole_time: float = 60.0
    most_bytes: int = 8_000_000
    attempts: int = 4
    longest_pause: float = 8.0
    patience: float = 900.0
    lease: float = 15.0
    memory: Memory = field(default_factory=Memory, compare=False)

    def __post_init__(self) -> None:
        if min(self.pace, self.timeout, self.whole_time, self.most_bytes, self.attempts) <= 0:
            raise ValueError("pace, times, sizes and attempts are above zero")

"""One question to one network, and what comes back when it is not answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from core.lookups.outcomes import Outcome

Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A GET of `https://host/path?query`; secrets go into headers and are never part of it.

    `units` is what it takes from a daily allowance, `family` the calls that share a limit. The
    answer to a `paged` one is wrapped: {"items": the answer, "next": max_id of the page after it}.
    `url` is the address, and the name of the call in the journal.
    """

    platform: str
    host: str
    path: str
    query: Query = ()
    units: int = 1
    family: str = ""
    paged: bool = False
    url: str = field(init=False)

    def __post_init__(self) -> None:
        asked = f"?{urlencode(self.query)}" if self.query else ""
        object.__setattr__(self, "url", f"https://{self.host}{self.path}{asked}")


@dataclass(frozen=True, slots=True)
class Declined:
    """An answer that is a refusal: its status and its body, an empty dict where that is no JSON."""

    call: Call
    status: int
    body: dict[str, Any]
    now: datetime


Explain = Callable[[Declined], Outcome]

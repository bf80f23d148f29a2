"""Where one portion of handles is worked through: calls are asked once, outcomes are written down.

A call whose answer is in the journal is answered from there. So a run that is taken up again does
the same steps as before, and pays for none of them twice.
"""

import asyncio
import zlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Protocol, TypeVar, cast

from pydantic import BaseModel, TypeAdapter

from core.lookups.calls import Call, Declined
from core.lookups.findings import Found, packed
from core.lookups.outcomes import SETTLED, Outcome, Refused, State
from core.lookups.scribe import Scribe
from core.lookups.wire import Wire

Shape = TypeVar("Shape")
Asking = Callable[[Found], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Depth:
    """How much of each account: its last `posts`, and the comments below the last `commented`.

    `people` is the most followers or search results to bring in.
    """

    posts: int = 30
    commented: int = 0
    people: int = 1_000

    def __post_init__(self) -> None:
        if not (1 <= self.posts <= 30 and 0 <= self.commented <= 10 and 1 <= self.people <= 50_000):
            raise ValueError("1 to 30 posts, comments of up to 10 of them, up to 50,000 people")


class Explains(Protocol):
    """What a desk needs of a network: to understand its refusals."""

    def explain(self, declined: Declined) -> Outcome: ...


@dataclass(slots=True)
class Desk:
    """One chunk of a run: `numbers` are its rows by handle, `replies` the answers already here.

    `careful`: each answer is on the disk before the next call may go out. Otherwise answers are
    written down only where the chunk ends with something left to ask.
    """

    chunk: int
    numbers: Mapping[str, int]
    settled: frozenset[str]
    replies: dict[str, bytes]
    wire: Wire
    scribe: Scribe
    network: Explains
    shared: dict[str, asyncio.Future[Any]]
    careful: bool
    _over: set[str] = field(init=False)
    _fresh: dict[str, tuple[TypeAdapter[Any], bytes]] = field(default_factory=dict)
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._over = set(self.settled)

    async def ask(
        self, call: Call, shape: type[Shape], dollars: float = 0.0, about: str | None = None
    ) -> Shape:
        """The answer to `call`, from the journal or else from the network; raises Refused.

        `dollars` is what one thing in the answer costs; `about` is the handle whose row says so
        when there is a limit to be waited for.
        """
        adapter: TypeAdapter[Shape] = _adapter(cast(Any, shape))
        async with self._turns.setdefault(call.url, asyncio.Lock()):
            if call.url in self._fresh:
                return adapter.validate_json(self._fresh[call.url][1])
            here = self.replies.get(call.url)
            if here is not None:
                return adapter.validate_json(zlib.decompress(here))
            answer, _ = await self.wire.send(
                call,
                adapter,
                self.network.explain,
                lambda until: self._on_hold(about, until),
                lambda answer, body: self._keep(call, adapter, answer, body, dollars),
            )
            return answer

    async def ask_once(self, call: Call, shape: type[Shape]) -> Shape:
        """As `ask`, for what is the same for the whole run; it is not kept beyond the run."""
        if call.url not in self.shared:
            sending = self.wire.send(
                call,
                _adapter(cast(Any, shape)),
                self.network.explain,
                lambda until: self._on_hold(None, until),
            )
            self.shared[call.url] = asyncio.ensure_future(sending)
        answer: Shape = (await asyncio.shield(self.shared[call.url]))[0]
        return answer

    async def _keep(
        self,
        call: Call,
        adapter: TypeAdapter[Shape],
        answer: Shape,
        body: bytes,
        dollars: float,
    ) -> None:
        use = {
            "platform": call.platform,
            "calls": 1,
            "units": float(call.units),
            "dollars": dollars * _things(answer),
        }
        self._fresh[call.url] = (adapter, body)
        self.scribe.use(use)
        if self.careful:
            await self._write_down()

    async def _write_down(self) -> None:
        """Puts into the journal what it does not have yet."""
        fresh, self._fresh = self._fresh, {}
        for url, (adapter, whole) in fresh.items():
            answer = adapter.validate_json(whole)  # what is not used of it is not kept
            body = zlib.compress(adapter.dump_json(answer, by_alias=True, exclude_none=True), 1)
            self.replies[url] = body
            await self.scribe.answer(
                {"call": url, "chunk": self.chunk, "body": body}, now=self.careful
            )

    async def leave(self) -> None:
        """Ends the work on the chunk: what would be asked again is written down."""
        if self._fresh and not self._over.issuperset(self.numbers):
            await self._write_down()

    async def conclude(self, handle: str, asking: Asking) -> None:
        """Writes down how `asking` about `handle` ended, and what it had found until then."""
        found = Found()
        try:
            outcome = await asking(found)
        except Refused as refused:
            outcome = refused.outcome
        await self.report(handle, outcome, found)

    async def report(self, handle: str, outcome: Outcome, found: Found | None = None) -> None:
        """Writes down what became of `handle`."""
        if handle in self.settled:
            return
        if settled(outcome.state):
            self._over.add(handle)
        await self.scribe.row(
            {
                "number": self.numbers[handle],
                "state": outcome.state.value,
                "detail": outcome.detail,
                "until": outcome.until,
                "payload": packed(found) if found else None,
            },
            now=self.careful,
        )

    def open(self) -> list[str]:
        """The handles about which something is left to ask."""
        return [handle for handle in self.numbers if handle not in self.settled]

    async def _on_hold(self, about: str | None, until: datetime) -> None:
        for handle in [about] if about is not None else self.open():
            await self.report(handle, Outcome(State.LIMITED, until=until))


def settled(state: str) -> bool:
    """Whether nothing more is to be asked about a row in this state."""
    return State(state) in SETTLED


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    """What judges and writes answers of one shape; to make one takes as long as to use it."""
    return TypeAdapter(shape)


def _things(answer: object) -> int:
    """How many accounts or posts an answer holds: what X charges for."""
    things = getattr(answer, "data", None)
    if isinstance(things, list):
        return len(things)
    return 1 if isinstance(answer, BaseModel) else 0

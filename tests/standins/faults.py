"""What a network can do to a caller, to be switched on for the calls whose address holds a word."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from tests.standins import instagram, x, youtube

LONG = 9_000_000


@dataclass
class Fault:
    """`kind` happens to the next `times` calls whose address holds `word`; `value` tunes it."""

    kind: str
    word: str = ""
    times: int = 1
    value: float = 1.0


@dataclass
class Faults:
    """The faults that are switched on, every call seen, and those answered with a 304."""

    switched: list[Fault] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    delay: float = 0.0
    _answered: int | None = None
    _gate: threading.Event = field(default_factory=threading.Event)

    def next(self, address: str) -> Fault | None:
        """The fault that this call meets."""
        for fault in self.switched:
            if fault.times > 0 and fault.word in address:
                fault.times -= 1
                return fault
        return None

    @contextmanager
    def held(self, after: int = 0) -> Iterator[None]:
        """Inside, calls wait for their answer once `after` of all calls so far have had theirs."""
        self._gate.clear()
        self._answered = after
        try:
            yield
        finally:
            self._answered = None
            self._gate.set()

    async def turn(self) -> None:
        """Waits while answers are held back; the call has been seen by then."""
        if self._answered is not None and len(self.seen) > self._answered:
            await asyncio.to_thread(self._gate.wait)


async def strike(fault: Fault) -> Response | None:
    """The answer that a fault gives; None where it only delays the good one."""
    now = datetime.now(UTC)
    match fault.kind:
        case "slow":
            await asyncio.sleep(fault.value)
            return None
        case "500":
            return Response("<html>Bad gateway</html>", 502, media_type="text/html")
        case "429":
            return JSONResponse({"error": "x"}, 429, {"retry-after": f"{fault.value:.0f}"})
        case "429-reset":
            at = (now + timedelta(seconds=fault.value)).timestamp()
            headers = {"ratelimit-remaining": "0", "ratelimit-reset": f"{at:.0f}"}
            return JSONResponse({"error": "RateLimitExceeded"}, 429, headers)
        case "429-iso":
            at = now + timedelta(seconds=fault.value)
            headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": at.isoformat()}
            return JSONResponse({"error": "Too many requests"}, 429, headers)
        case "meta-limit":
            wait = f'{{"1":[{{"estimated_time_to_regain_access":{fault.value:.0f}}}]}}'
            answer = instagram.refusal(4, None, "Application request limit reached")
            answer.headers["x-business-use-case-usage"] = wait
            return answer
        case "quota":
            return youtube.refusal(403, "quotaExceeded")
        case "spent":
            return x.refusal(429, "usage-capped")
        case "truncated":
            return StreamingResponse(_piece(b'{"prof'), headers={"content-length": "5000"})
        case "malformed":
            return Response('{"profiles": [', media_type="application/json")
        case "another shape":
            return JSONResponse(["this", "is", "new"])
        case "huge":
            return StreamingResponse(_many(), media_type="application/json")
        case "redirect":
            return RedirectResponse("http://127.0.0.1:9/elsewhere")
        case "expired":
            return x.refusal(401, "about:blank")
    raise ValueError(fault.kind)


async def _piece(content: bytes):
    yield content


async def _many():
    for _ in range(LONG // 100_000):
        yield b" " * 100_000

"""The one place from which anything leaves this computer.

Fixed hosts, https, no redirects, nothing but GET; time and size are bounded; secrets are in
headers and never in an address, so that no log, error or journal can show them.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs

import httpx2
import tenacity
from pydantic import TypeAdapter, ValidationError

from core.lookups import allowances, revalidation
from core.lookups.addresses import NotPublic
from core.lookups.calls import Call, Declined, Explain
from core.lookups.outcomes import Outcome, Refused, State
from core.lookups.pace import OnHold, Pace, rest
from core.lookups.secrets import Secrets
from core.lookups.settings import Settings
from core.lookups.terms import terms

Shape = TypeVar("Shape")

_AGENT: Final = "Microscope (a person looks up accounts by name; no crawler)"
_ROUNDS: Final = 6  # how often one call may meet a limit before it is given up
_WITHOUT_WORD: Final = 60.0  # seconds to wait where a limit is met and no header says how long


# Status, headers, bytes, and the answer in its shape unless it was refused.
_Tried = tuple[int, Mapping[str, str], bytes, Shape | None]


class _Again(Exception):
    """The network failed in a way that often passes."""

    def __init__(self, state: State) -> None:
        super().__init__(state.value)
        self.state = state


class Wire:
    """Calls in one event loop, each host at its own pace."""

    def __init__(
        self,
        client: httpx2.AsyncClient,
        secrets: Secrets,
        settings: Settings,
        stop: asyncio.Event | None = None,
    ) -> None:
        self._client = client
        self._secrets = secrets
        self._settings = settings
        self._stop = stop or asyncio.Event()
        self._at_once = asyncio.Semaphore(settings.at_once)
        self._paces: dict[tuple[str, str], Pace] = {}

    async def send(
        self,
        call: Call,
        shape: TypeAdapter[Shape],
        explain: Explain,
        on_hold: OnHold,
        keep: Callable[[Shape, bytes], Awaitable[None]] | None = None,
    ) -> tuple[Shape, str]:
        """A good answer in its shape, and what it says about limits; raises Refused.

        A limit is waited for, up to the settings' patience. The next call takes this one's place
        once `keep` has the answer, so that no more than `at_once` paid answers can ever be lost.
        """
        headers = self._headers(call)
        pace = self._pace(call)
        for _ in range(_ROUNDS):
            async with pace.turn(on_hold), self._at_once:
                reply = await self._tried(call, shape, headers)
                status, said, body, answer = reply
                if answer is not None and keep is not None:
                    await keep(answer, body)
            now = self._settings.now()
            until = allowances.until(status, said, now)
            if until is not None:
                pace.hold(until)
            if answer is not None:
                return answer, allowances.left(said)
            outcome = _refusal(call, status, body, explain, self._settings)
            if outcome.state is not State.LIMITED:
                raise Refused(outcome)
            last = outcome.until or until or _later(self._settings)
            pace.hold(last)
        raise Refused(Outcome(State.LIMITED, until=last))

    async def test(self, call: Call, explain: Explain, shape: type[Shape]) -> tuple[Shape, str]:
        """As `send`, without waiting for anything."""
        return await self.send(call, TypeAdapter(shape), explain, _impatient)

    def _pace(self, call: Call) -> Pace:
        key = (call.host, call.family)
        if key not in self._paces:
            self._paces[key] = Pace(terms(call.platform), self._settings, self._stop)
        return self._paces[key]

    def _headers(self, call: Call) -> dict[str, str]:
        headers = {"accept": "application/json", "user-agent": _AGENT, "cache-control": "no-cache"}
        if not terms(call.platform).secret:
            return headers
        secret = self._secrets.of(call.platform)
        if secret is None:
            raise Refused(Outcome(State.NO_TOKEN))
        name, before = (
            ("x-goog-api-key", "")
            if call.platform == "youtube"
            else (
                "authorization",
                "Bearer ",
            )
        )
        return {**headers, name: before + secret}

    async def _tried(
        self, call: Call, shape: TypeAdapter[Shape], headers: Mapping[str, str]
    ) -> _Tried[Shape]:
        """Status, headers, bytes, and the answer unless refused; tried again after a pause."""
        settings = self._settings
        tries = tenacity.AsyncRetrying(
            stop=tenacity.stop_after_attempt(settings.attempts),
            wait=tenacity.wait_random_exponential(multiplier=0.5, max=settings.longest_pause),
            retry=tenacity.retry_if_exception_type(_Again),
            sleep=lambda seconds: rest(seconds, self._stop),
            reraise=True,
        )
        try:
            async for attempt in tries:
                with attempt:
                    return await self._once(call, shape, headers)
        except _Again as error:
            raise Refused(Outcome(error.state)) from None
        raise AssertionError("tenacity either returns or raises")

    async def _once(
        self, call: Call, shape: TypeAdapter[Shape], headers: Mapping[str, str]
    ) -> _Tried[Shape]:
        under = revalidation.whose(call.url, self._secrets.of(call.platform))
        kept = {"caching": {"key": under}}
        try:
            async with asyncio.timeout(self._settings.whole_time):
                asking = self._client.stream("GET", call.url, headers=headers, extensions=kept)
                async with asking as answer:
                    body = await self._body(answer)
        except NotPublic:
            raise Refused(Outcome(State.NOT_PUBLIC)) from None
        except (httpx2.RemoteProtocolError, httpx2.DecodingError):
            raise _Again(State.BROKEN) from None
        except (httpx2.TransportError, TimeoutError):
            raise _Again(State.UNREACHABLE) from None
        if answer.status_code >= 500 and "retry-after" not in answer.headers:
            raise _Again(State.UNREACHABLE)
        if answer.status_code == 200:
            try:
                whole = _page(body, answer.links) if call.paged else body
                return 200, answer.headers, whole, shape.validate_json(whole)
            except ValidationError:  # its text would quote the answer
                raise _Again(State.BROKEN) from None
        return answer.status_code, answer.headers, body, None

    async def _body(self, answer: httpx2.Response) -> bytes:
        parts, size = [], 0
        async for part in answer.aiter_bytes():
            size += len(part)
            if size > self._settings.most_bytes:
                raise Refused(Outcome(State.BROKEN, detail="The answer is far too long"))
            parts.append(part)
        return b"".join(parts)


def client(settings: Settings) -> httpx2.AsyncClient:
    """A client that follows no redirect and asks no proxy."""
    return httpx2.AsyncClient(
        transport=revalidation.over(settings.transport(), settings.memory),
        timeout=settings.timeout,
        follow_redirects=False,
        trust_env=False,
    )


async def _impatient(until: datetime) -> None:
    raise Refused(Outcome(State.LIMITED, until=until))


def _refusal(call: Call, status: int, body: bytes, explain: Explain, settings: Settings) -> Outcome:
    if 300 <= status < 400:
        # A name may be of one address and its server at another: the profile's link says which.
        lost = State.BROKEN if terms(call.platform).host else State.NOT_FOUND
        return Outcome(lost, detail="The server sends to another address")
    if status == 503:
        return Outcome(State.LIMITED)  # with Retry-After, or it had been tried again
    told = explain(Declined(call, status, _object(body), settings.now()))
    # Mostly a limit; but X says so too that all credit is spent, which no waiting mends.
    return Outcome(State.LIMITED) if status == 429 and told.state is State.BROKEN else told


def _page(items: bytes, links: Mapping[str | None, Any]) -> bytes:
    """The answer and where the next page begins. Of the link only that is taken: never its host."""
    after = str(links.get("next", {}).get("url", "")).partition("?")[2]
    begins = parse_qs(after).get("max_id", [""])[0]
    return b'{"items":' + items + b',"next":' + json.dumps(begins).encode() + b"}"


def _later(settings: Settings) -> datetime:
    return settings.now() + timedelta(seconds=_WITHOUT_WORD)


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}

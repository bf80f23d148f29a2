"""Answers asked for again only where they have changed: HTTP caching after RFC 9111, by hishel.

Each answer is taken from here only after the network has said, to this very call, that it still
holds (304): so it is as of now. They stay in memory, since people are named in them, and without
the key they were asked for with.
"""

import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import replace
from typing import Final
from uuid import UUID, uuid4

import httpx2
from hishel import AsyncBaseStorage, CacheOptions, Entry, Headers, Request, Response
from hishel.httpx2 import AsyncCacheTransport

_KEYS: Final = frozenset({"authorization", "x-goog-api-key"})
_VALIDATORS: Final = ("etag", "last-modified")


class Memory(AsyncBaseStorage):
    """The newest answers that can be asked about again, up to so many bytes of them."""

    def __init__(self, most_bytes: int = 32_000_000) -> None:
        super().__init__()
        self._most = most_bytes
        self._size = 0
        self._kept: OrderedDict[str, tuple[Entry, bytes]] = OrderedDict()

    async def create_entry(
        self,
        request: Request,
        response: Response,
        key: str,
        *,
        ttl: float | None = None,
        tti: float | None = None,
    ) -> Entry:
        """An entry that is kept once its answer was read to the end."""
        open_ = {name: value for name, value in request.headers.items() if name not in _KEYS}
        entry = Entry(uuid4(), replace(request, headers=Headers(open_)), response)
        if not any(name in response.headers for name in _VALIDATORS):
            return entry
        stream = response.stream
        assert isinstance(stream, AsyncIterable)
        return replace(entry, response=replace(response, stream=self._read(key, entry, stream)))

    async def get_entries(self, key: str) -> list[Entry]:
        """What is kept under `key`."""
        if key not in self._kept:
            return []
        entry, body = self._kept[key]
        return [replace(entry, response=replace(entry.response, stream=_once(body)))]

    async def update_headers(self, id: UUID, headers: Headers) -> None:  # noqa: A002 - hishel's
        """Takes over what a 304 says."""
        key = self._key(id)
        if key is not None:
            entry, body = self._kept[key]
            renewed = replace(entry, response=replace(entry.response, headers=headers))
            self._kept[key] = (renewed, body)

    async def remove_entry(self, id: UUID) -> None:  # noqa: A002 - hishel's
        """Lets go of an entry."""
        self._drop(self._key(id))

    def _key(self, one: UUID) -> str | None:
        return next((key for key, (entry, _) in self._kept.items() if entry.id == one), None)

    def _drop(self, key: str | None) -> None:
        if key is not None and key in self._kept:
            self._size -= len(self._kept.pop(key)[1])

    async def _read(
        self, key: str, entry: Entry, stream: AsyncIterable[bytes]
    ) -> AsyncIterator[bytes]:
        parts = []
        async for part in stream:
            parts.append(part)
            yield part
        body = b"".join(parts)
        self._drop(key)
        self._kept[key] = (entry, body)
        self._size += len(body)
        while self._size > self._most:
            self._drop(next(iter(self._kept)))


def over(transport: httpx2.AsyncBaseTransport, memory: Memory) -> httpx2.AsyncBaseTransport:
    """`transport`, with what is in `memory` asked about instead of asked for."""
    return AsyncCacheTransport(transport, memory, CacheOptions(shared=False))


def whose(url: str, secret: str | None) -> str:
    """The name an answer is kept under: of this address, for whoever has this key."""
    return hashlib.sha256(f"{secret or ''} {url}".encode()).hexdigest()


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body

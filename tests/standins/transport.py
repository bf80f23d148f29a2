"""The way to the stand-ins: what was meant for https://host goes to a port of this machine."""

import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2
import httpx2


class Plain(httpcore2.AsyncNetworkStream):
    """A connection that is spoken to as if it were secured."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        self._inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As the connection does."""
        return await self._inner.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As the connection does."""
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """As the connection does."""
        await self._inner.aclose()

    async def start_tls(self, *_: Any, **__: Any) -> httpcore2.AsyncNetworkStream:
        """Nothing is secured on one machine."""
        return self

    def get_extra_info(self, info: str) -> Any:
        """As the connection does."""
        return self._inner.get_extra_info(info)


class Here(httpcore2.AsyncNetworkBackend):
    """Connects to one port of this machine, whatever the host."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._inner = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to the stand-ins."""
        there = await self._inner.connect_tcp(
            "127.0.0.1", self._port, timeout, local_address, socket_options
        )
        return Plain(there)


class ToStandin(httpx2.AsyncHTTPTransport):
    """Sends every request to 127.0.0.1:port, the host as the first step of the path."""

    def __init__(self, port: int) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            max_connections=100,
            max_keepalive_connections=50,
            network_backend=Here(port),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The stand-in's answer."""
        assert request.url.scheme == "https", request.url
        target = f"/{request.url.host}".encode() + request.url.raw_path
        request.extensions = {**request.extensions, "target": target}
        return await super().handle_async_request(request)


def way_to(port: int) -> Callable[[], httpx2.AsyncBaseTransport]:
    """What `Settings(transport=…)` takes."""
    return lambda: ToStandin(port)

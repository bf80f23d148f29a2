"""The way to the stand-ins: what was meant for https://host goes to a port of this machine."""

from collections.abc import Callable

import httpx2


class ToStandin(httpx2.AsyncBaseTransport):
    """Sends every request to 127.0.0.1:port, the host as the first step of the path."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._inner = httpx2.AsyncHTTPTransport(trust_env=False)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The stand-in's answer."""
        assert request.url.scheme == "https", request.url
        target = f"/{request.url.host}".encode() + request.url.raw_path
        request.url = request.url.copy_with(
            scheme="http", host="127.0.0.1", port=self._port, raw_path=target
        )
        request.headers["host"] = f"127.0.0.1:{self._port}"
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Closes its connections."""
        await self._inner.aclose()


def way_to(port: int) -> Callable[[], httpx2.AsyncBaseTransport]:
    """What `Settings(transport=…)` takes."""
    return lambda: ToStandin(port)

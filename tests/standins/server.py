"""All stand-ins in one local server: `/host/path` is what `https://host/path` would be.

python -m tests.standins.server 8620
"""

import asyncio
import contextlib
import hashlib
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.standins import bluesky, faults, instagram, mastodon, recorded, x, youtube
from tests.standins.faults import Faults


def application(state: Faults) -> Starlette:
    """The server; `state` holds the switches."""
    sky = bluesky.Bluesky()

    async def call(request: Request) -> Response:
        host, path = request.path_params["host"], "/" + request.path_params["path"]
        address = f"{host}{path}?{request.url.query}"
        state.seen.append(address)
        await state.turn()
        fault = state.next(address)
        struck = await faults.strike(fault) if fault else None
        if state.delay:
            await asyncio.sleep(state.delay)
        if struck is not None:
            return struck
        kept = recorded.answer(host, path, request)
        if kept is not None:
            return kept
        if host == bluesky.HOST:
            return sky.answer(path.rpartition("/")[2], request)
        if host == youtube.HOST:
            return tagged(youtube.answer(path, request), request, address)
        if host == instagram.HOST:
            return instagram.answer(path, request)
        if host == x.HOST:
            return x.answer(path, request)
        return mastodon.answer(host, path, request)

    def tagged(answer: Response, request: Request, address: str) -> Response:
        """The answer with its tag, or that it is the one the caller has."""
        tag = f'"{hashlib.sha1(answer.body, usedforsecurity=False).hexdigest()}"'
        if answer.status_code == 200 and request.headers.get("if-none-match") == tag:
            state.unchanged.append(address)
            return Response(status_code=304, headers={"etag": tag})
        answer.headers["etag"] = tag
        return answer

    async def seen(request: Request) -> Response:
        return JSONResponse(state.seen)

    return Starlette(
        routes=[
            Route("/_seen", seen),
            Route("/{host}/{path:path}", call),
        ]
    )


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Running:
    """A server that runs in this process."""

    port: int
    faults: Faults

    def calls(self, word: str = "") -> list[str]:
        """The calls so far whose address holds `word`."""
        return [call for call in self.faults.seen if word in call]


@contextlib.contextmanager
def running(port: int = 0) -> Iterator[Running]:
    """A server in a thread of its own, on a free port of this machine."""
    state = Faults()
    with socket.socket() as door:
        door.bind(("127.0.0.1", port))
        config = uvicorn.Config(
            application(state), log_level="critical", access_log=False, lifespan="off"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        try:
            yield Running(door.getsockname()[1], state)
        finally:
            server.should_exit = True
            thread.join(10)


if __name__ == "__main__":
    uvicorn.run(
        application(Faults()), host="127.0.0.1", port=int(sys.argv[1]), log_level="critical"
    )

"""One visitor in a real browser: opens pages, brings files, notices what must never happen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 60_000  # milliseconds; a first view loads the heavy libraries, and machines may be busy
WEB = ("http", "https", "ws", "wss")
READY = "[data-testid=stApp][data-test-script-state=notRunning]"


class Visit:
    """A browser tab at one server, with everything that left the machine or broke in it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.faults: list[str] = []
        self._socket: WebSocket | None = None
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self._check(request.url))
        page.on("websocket", self._listen)
        page.on("pageerror", lambda error: self.faults.append(f"uncaught in the page: {error}"))

    def open(self, path: str = "/") -> None:
        """Go to an address of the app and wait until it is drawn."""
        self.page.goto(f"{self.url}/{path.lstrip('/')}")
        self.page.locator(READY).wait_for()
        self.settled()

    def settled(self) -> None:
        """Wait until the script is done and nothing on screen waits to be redrawn."""
        expect(self.page.locator(READY)).to_have_count(1, timeout=PATIENCE)
        waiting = self.page.locator("[data-stale=true], [data-testid=stSkeleton]")
        expect(waiting).to_have_count(0, timeout=PATIENCE)

    @contextmanager
    def rerun(self) -> Iterator[None]:
        """Do something that redraws the page; afterwards it is redrawn."""
        assert self._socket, "open a page first"
        with self._socket.expect_event("framereceived", _finished, timeout=PATIENCE):
            yield
        self.settled()

    def click(self, role: str, name: str) -> None:
        """Click what a screen reader would call `name`, and wait for the redraw."""
        with self.rerun():
            self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]

    def upload(self, *files: Path) -> None:
        """Drop files on the page's (first) drop zone, and wait for the redraw."""
        with self.rerun():
            self.page.locator("input[type=file]").first.set_input_files(list(files))

    def heading(self) -> Locator:
        """The page's own title."""
        return self.page.get_by_role("heading", level=1)

    def shot(self, name: str) -> None:
        """Keep a picture of the whole page in the folder $SHOTS, if there is one."""
        if os.environ.get("SHOTS"):
            folder = Path(os.environ["SHOTS"])
            folder.mkdir(parents=True, exist_ok=True)
            self.settled()
            size = self.page.viewport_size
            assert size
            # The page scrolls inside the app, so only a taller window shows all of it.
            tall = self.page.evaluate(
                "Math.max(...[...document.querySelectorAll('*')].map(one => one.scrollHeight))"
            )
            self.page.set_viewport_size({"width": size["width"], "height": min(tall, 4000)})
            self.settled()
            self.page.screenshot(path=folder / f"{name}.png")
            self.page.set_viewport_size(size)

    def _listen(self, socket: WebSocket) -> None:
        self._socket = socket
        self._check(socket.url)

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in WEB and parts.netloc != urlsplit(self.url).netloc:
            self.faults.append(f"asked another host: {url}")


def _finished(frame: bytes | str) -> bool:
    if isinstance(frame, str):
        return False
    message = ForwardMsg.FromString(frame)
    return message.WhichOneof("type") == "script_finished" and message.script_finished in (
        ForwardMsg.FINISHED_SUCCESSFULLY,
        ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
    )

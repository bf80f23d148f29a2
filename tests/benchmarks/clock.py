"""What one redraw costs: time on screen, the server's processor and memory, bytes on the wire."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, WebSocket

from tests.browser.visit import Visit

Click = Callable[[Visit, int], None]

# Notes when the visitor acts and when the page last changed; `quiet` waits for it to come to rest.
# A table is painted on a canvas; what lies inside of the canvas is its copy for screen readers,
# which the grid writes 200 ms after the last change. So paint counts, and the copy does not.
WATCH = """() => {
  const page = document.querySelector('[data-testid=stAppViewContainer]');
  const clock = window.clock = {acted: 0, changed: 0};
  const copy = node => (node.closest ? node : node.parentElement)?.closest('canvas');
  const changed = () => clock.changed = performance.now();
  const watch = root =>
    new MutationObserver(seen => seen.every(one => copy(one.target)) || changed()).observe(
      root, {subtree: true, childList: true, characterData: true, attributes: true});
  watch(page);
  // Tiles keep to themselves what is in them.
  for (const one of page.querySelectorAll('*')) one.shadowRoot && watch(one.shadowRoot);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...how) {
    const root = attach.apply(this, how);
    watch(root);
    return root;
  };
  const canvas = CanvasRenderingContext2D.prototype;
  for (const kind of ['fillText', 'fillRect', 'drawImage']) {
    const paint = canvas[kind];
    canvas[kind] = function (...how) { changed(); return paint.apply(this, how); };
  }
  const acts = event => {
    if (event.type !== 'keydown' || event.key === 'Enter') clock.acted = performance.now();
  };
  for (const kind of ['click', 'keydown']) document.addEventListener(kind, acts, true);
}"""
QUIET = """() => new Promise(done => {
  const look = () => performance.now() - window.clock.changed > 200
    ? done(window.clock.changed - window.clock.acted) : setTimeout(look, 20);
  look();
})"""


@dataclass(frozen=True, slots=True)
class Redraw:
    """One click: milliseconds until the page came to rest, processor milliseconds, bytes."""

    shown: float
    cpu: float
    received: int


class Watched:
    """A visitor whose redraws are measured; `server` is the process to watch."""

    def __init__(self, visit: Visit, server: int) -> None:
        self.visit = visit
        self.server = server
        self.received = 0
        visit.page.on("websocket", self._count)

    def open(self, path: str) -> None:
        """Go to `path` and watch it from now on."""
        self.visit.open(path)
        self.visit.page.evaluate(WATCH)
        self.visit.page.evaluate(QUIET)

    def redraw(self, click: Click, turn: int) -> Redraw:
        """What one click costs."""
        before, bytes_before = cpu(self.server), self.received
        with self.visit.rerun():
            click(self.visit, turn)
        shown = float(self.visit.page.evaluate(QUIET))
        return Redraw(shown, cpu(self.server) - before, self.received - bytes_before)

    def _count(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._add)

    def _add(self, frame: bytes | str) -> None:
        self.received += len(frame)


def cpu(process: int) -> float:
    """Processor milliseconds that `process` has used, ended threads too; NaN but on Linux."""
    if sys.platform != "linux":
        return float("nan")
    clock = (~process << 3) | 2  # clock_getcpuclockid(3), which Python offers for threads only
    return time.clock_gettime(clock) * 1000


def memory(process: int) -> float:
    """Megabytes that `process` holds; NaN where /proc is missing."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return float("nan")
    held = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(held.split()[1]) / 1024


@contextmanager
def visits(browser: Browser, url: str, count: int) -> Iterator[list[Visit]]:
    """`count` new visitors of `url`, gone afterwards."""
    opened = [Visit(browser.new_page(), url) for _ in range(count)]
    yield opened
    for visit in opened:
        visit.page.close()

"""How quick the app is with 10,000 creators, beside a bare Streamlit page in the same run.

Every figure is paired: the same browser clicks the bare page and ours in turn, so whatever else
the machine does meets both. Trust the ratios; the milliseconds belong to this machine.

With names (`python -m tests.benchmarks.measure budget home`) the redraws and sessions of those
pages alone, without the starts.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks import crowd
from tests.benchmarks.clock import Click, Redraw, Watched, memory, visits
from tests.browser import chromium
from tests.browser.server import Server, running
from tests.browser.visit import Visit

STARTS = 2
TURNS = 9
SESSIONS = 4
BARE = """import time

import streamlit as st

st.button("More")
st.write(time.time_ns())
"""
BARE_TABLE = """import time

import pandas as pd
import streamlit as st

for name in "abcde":
    st.slider(name, 0, 5)
st.dataframe(pd.DataFrame({name: [time.time()] * 200 for name in map(str, range(15))}))
st.write(time.time_ns())
"""


def press(visit: Visit, turn: int) -> None:
    """Press the bare page's button."""
    visit.page.get_by_role("button", name="More").click()


def slide(visit: Visit, turn: int) -> None:
    """Move the page's first slider, there and back."""
    slider = visit.page.get_by_test_id("stSlider").first
    if not slider.is_visible():
        visit.page.get_by_text("What counts").first.click()
        visit.page.wait_for_timeout(500)  # until it has unfolded
    track, thumb = slider.bounding_box(), slider.get_by_role("slider").bounding_box()
    assert track
    assert thumb
    across = track["x"] + (0.5, 0.9)[turn % 2] * track["width"]
    visit.page.mouse.click(across, thumb["y"] + thumb["height"] / 2)


def type_name(visit: Visit, turn: int) -> None:
    """Filter by a piece of the name."""
    box = visit.page.get_by_role("textbox", name="Name contains")
    box.fill(str(turn % 9 + 1))
    box.press("Enter")


def another_total(visit: Visit, turn: int) -> None:
    """Ask for another sum."""
    box = visit.page.get_by_role("spinbutton", name="Total, in USD")
    box.fill(str(1_000 + 100 * turn))
    box.press("Enter")


def other_way(visit: Visit, turn: int) -> None:
    """Switch between files and handles."""
    visit.page.get_by_role("radio", name=("Handles", "Files")[turn % 2]).click()


def tick(visit: Visit, turn: int) -> None:
    """Tick a box."""
    visit.page.get_by_test_id("stCheckbox").locator("label").first.click()


def come_again(visit: Visit, turn: int) -> None:
    """Click where one is already: the page is drawn anew."""
    here = urlsplit(visit.page.url).path.strip("/").title() or "Home"
    visit.page.get_by_role("link", name=here, exact=True).first.click()


def other_grades(visit: Visit, turn: int) -> None:
    """Leave out the best evidence, or have it in again."""
    visit.page.get_by_role("button", name="A: ").or_(
        visit.page.get_by_role("checkbox", name="A: ")
    ).first.click()


def on_and_off(visit: Visit, turn: int) -> None:
    """Put the creator on the shortlist, or take it off."""
    visit.page.get_by_role("button", name="shortlist").first.click()


@dataclass(frozen=True, slots=True)
class Row:
    """One page, what is clicked there, and how many times a bare page's time it may take."""

    path: str
    click: Click
    most: float
    bare: Click = press  # what is done on the bare page meanwhile
    floor: str = "bare"  # and on which; a page with a table is beside a bare one with a table

    @property
    def name(self) -> str:
        """What the page is called in the report."""
        page = self.path.split("?")[0] or "home"
        return f"{page} weights" if self.click is slide else page


ROWS = (
    Row("bring_in", other_way, 1),
    Row("workspace?workspace_tab=Data", tick, 1),
    Row("creators", type_name, 3),
    Row("creators", slide, 1.5, slide, "table"),
    Row("creator?creator=instagram/maker_0", on_and_off, 3),
    Row("engagement", type_name, 3),
    Row("audiences", come_again, 3),
    Row("budget", another_total, 3),
    Row("stories", other_grades, 3),
    Row("", come_again, 1),  # last: it waits for the libraries to be loaded
)


def first_view(browser: Browser, folder: Path, script: Path | None) -> tuple[float, float]:
    """Seconds from the command to a healthy server, and from the address to the drawn page."""
    began = time.perf_counter()
    with running(folder, *([script] if script else [])) as server:
        healthy = time.perf_counter()
        with visits(browser, server.url, 1) as (visit,):
            visit.open("/")
            return healthy - began, time.perf_counter() - healthy


def per_session(browser: Browser, server: Server, path: str) -> float:
    """Megabytes that one more visitor of `path` costs the server."""
    with visits(browser, server.url, SESSIONS + 1) as (first, *others):
        first.open(path)  # what all share is there from now on
        before = memory(server.process)
        for visit in others:
            visit.open(path)
        return (memory(server.process) - before) / SESSIONS


def report_starts(browser: Browser, folder: Path, bare: Path) -> None:
    """Print start-up and first view of both, started in turn."""
    bares, ours = [], []
    for _ in range(STARTS):
        bares.append(first_view(browser, folder, bare))
        ours.append(first_view(browser, folder, None))
    for number, name in enumerate(("start to healthy server", "first view of /")):
        low, high = median(one[number] for one in bares), median(one[number] for one in ours)
        print(f"{name:<28}{high:8.2f} s   bare {low:.2f} s   {high - low:+.2f} s   aim +0.30 s")


def report_row(row: Row, ours: list[Redraw], bares: list[Redraw]) -> None:
    """Print the medians of one page beside those of the bare page."""
    shown, floor = median(one.shown for one in ours), median(one.shown for one in bares)
    cpu, cpu_floor = median(one.cpu for one in ours), median(one.cpu for one in bares)
    kilobytes = median(one.received for one in ours) / 1000
    print(
        f"{row.name:<14}{shown:7.0f} ms  bare {floor:4.0f} ms  "
        f"{shown / floor:5.2f} x (aim {row.most} x)   cpu {cpu:4.0f} ms (bare {cpu_floor:.0f}, "
        f"aim 80)   {kilobytes:6.1f} KB (aim 150)"
    )


def measure(browser: Browser, folder: Path, names: Sequence[str] = ()) -> None:
    """Print everything, or the rows with these names."""
    bare, table = folder / "bare.py", folder / "table.py"
    bare.write_text(BARE, encoding="utf-8")
    table.write_text(BARE_TABLE, encoding="utf-8")
    crowd.fill(crowd.database(folder))
    rows = [row for row in ROWS if not names or row.name in names]
    if not names:
        report_starts(browser, folder, bare)
    with ExitStack() as servers:
        house = servers.enter_context(running(folder))
        # Each on a server of its own: one that has loaded pandas tidies up for 20 ms more.
        floors = {
            name: servers.enter_context(running(_folder(folder / name), script))
            for name, script in (("bare", bare), ("table", table))
        }
        for row in rows:
            report_row(row, *pairs(browser, house, floors[row.floor], row))
        for row in rows:
            held = per_session(browser, house, row.path)
            print(f"{row.name:<14}{held:7.2f} MB a session (aim 0.6)")
        print(f"{'bare':<14}{per_session(browser, floors['bare'], '/'):7.2f} MB a session")
        held, floor_held = memory(house.process), memory(floors["bare"].process)
        print(f"memory of the server {held:.0f} MB, bare {floor_held:.0f} MB")


def pairs(
    browser: Browser, house: Server, floor: Server, row: Row
) -> tuple[list[Redraw], list[Redraw]]:
    """Redraws of our page and of the bare one, in turn."""
    with visits(browser, house.url, 1) as (ours,), visits(browser, floor.url, 1) as (bares,):
        watched, watched_bare = Watched(ours, house.process), Watched(bares, floor.process)
        watched.open(row.path)
        watched_bare.open("/")
        both = [
            (watched.redraw(row.click, turn), watched_bare.redraw(row.bare, turn))
            for turn in range(TURNS)
        ]
    return [one for one, _ in both], [one for _, one in both]


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


if __name__ == "__main__":
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        started = chromium.launch(playwright)
        if not started:
            raise SystemExit(chromium.SENTENCE)
        measure(started, Path(folder), sys.argv[1:])
        started.close()

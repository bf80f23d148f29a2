"""A server and a browser for the tests that need real ones."""

from collections.abc import Iterator

import pytest
import streamlit as st
from playwright.sync_api import Browser, expect, sync_playwright

import core.store
from pages.parts import cached, sample
from tests.browser import chromium, server, visit

expect.set_options(timeout=visit.PATIENCE)  # a loaded machine is slow, not wrong

SIZES = {"desk": (1440, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of tests; while it is open, nothing else here can use asyncio."""
    with sync_playwright() as playwright:
        started = chromium.launch(playwright)
        assert started, chromium.SENTENCE
        yield started
        started.close()


@pytest.fixture(scope="session")
def worn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Server]:
    """One server for all tests that need no unvisited one; see `app`."""
    with server.running(tmp_path_factory.mktemp("app")) as running:
        yield running


@pytest.fixture
def app(worn: server.Server) -> server.Server:
    """A server with an empty database: what earlier tests brought in was erased from outside.

    Starting one and loading its libraries takes seconds; only the tests of that need `fresh`.
    """
    store = core.store.open(server.database(worn.output.parent))
    store.erase_everything()
    store.close()
    return worn


@pytest.fixture(scope="session")
def shop_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Server]:
    """One server with the sample shop in it, for the tests that only look."""
    folder = tmp_path_factory.mktemp("shop_app")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MICROSCOPE_DATABASE_URL", server.database(folder))
        sample.arrive()
        cached.the_store().close()
    st.cache_resource.clear()
    with server.running(folder) as running:
        yield running


@pytest.fixture
def fresh(tmp_path) -> Iterator[server.Server]:
    """A server that nobody has visited, with an empty database."""
    with server.running(tmp_path) as running:
        yield running


@pytest.fixture
def arrive(browser: Browser):
    """`arrive(server, size="desk")`: a new visitor; the test fails for what went wrong unseen."""
    opened: list[visit.Visit] = []

    def arrive(where: server.Server, size: str = "desk") -> visit.Visit:
        width, height = SIZES[size]
        page = browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
        opened.append(visit.Visit(page, where.url))
        return opened[-1]

    yield arrive
    for visitor in opened:
        visitor.page.close()
    assert [fault for visitor in opened for fault in visitor.faults] == []

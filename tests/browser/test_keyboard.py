"""From an empty app to the presentation for a client without ever touching the mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import PATIENCE

pytestmark = pytest.mark.browser

FAR = 90  # tab stops that anything may be away
NAMED = """() => {
  let one = document.activeElement
  while (one && one.shadowRoot) one = one.shadowRoot.activeElement
  if (!one || !one.matches('a, button, input, [role=button]')) return []
  return (one.getAttribute('aria-label') || one.innerText || '').split('\\n')
}"""


def reach(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called `name`; icons are lines of their own."""
    passed = []
    for _ in range(FAR):
        page.keyboard.press("Tab")
        here = page.evaluate(NAMED)
        if name in here:
            return
        passed.append(here)
    raise AssertionError(f"“{name}” is out of reach; passed {passed}")


def test_the_whole_way_goes_by_keyboard_alone(app, arrive) -> None:
    visitor = arrive(app)
    page = visitor.page
    visitor.open("/")
    reach(page, "Open the sample shop")
    page.keyboard.press("Enter")
    expect(visitor.heading()).to_have_text("Creators", timeout=3 * PATIENCE)  # reads five files
    visitor.settled()

    reach(page, "Budget")
    page.keyboard.press("Enter")
    expect(visitor.heading()).to_have_text("Budget")
    visitor.settled()
    before = page.get_by_role("heading", level=2).first.inner_text()
    reach(page, "Total, in USD")
    with visitor.rerun():
        page.keyboard.press("Control+a")
        page.keyboard.type("600")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).first).not_to_have_text(before)

    reach(page, "Client file")
    page.keyboard.press("Enter")
    expect(visitor.heading()).to_have_text("Client file")
    visitor.settled()
    reach(page, "Present")
    with visitor.rerun():
        page.keyboard.press("Enter")
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(0)
    seen = []
    for _ in range(5):
        seen.append(visitor.heading().inner_text())
        with visitor.rerun():
            page.keyboard.press("ArrowRight")
        expect(visitor.heading()).not_to_have_text(seen[-1])
    expect(page.get_by_text("6 of 6")).to_be_visible()
    reach(page, "And with another budget?")
    with visitor.rerun():
        page.keyboard.press("ArrowRight")  # moves the slider, not the story
    expect(page.get_by_text("more than the plan shown here")).to_be_visible()
    expect(page.get_by_text("6 of 6")).to_be_visible()
    with visitor.rerun():
        page.keyboard.press("Escape")
    expect(visitor.heading()).to_have_text("Client file")

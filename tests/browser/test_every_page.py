"""One visit over all pages with the sample shop in: at a desk by day, on a phone at night."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser import axe

pytestmark = pytest.mark.browser

PAGES = (
    "bring_in",
    "creators",
    "creators?creators_view=Ranges",
    "creator?creator=instagram/zola.foghorn_kq",
    "engagement",
    "audiences",
    "budget",
    "stories",
    "workspace",
    "client_file",
    "client_file?present=who",
    "client_file?present=plan",
    "",
)


@pytest.mark.parametrize(("size", "theme"), [("desk", "light"), ("phone", "dark")])
def test_every_page_is_whole_narrow_enough_and_open_to_everybody(
    size: str, theme: Literal["light", "dark"], shop_app, arrive
) -> None:
    visitor = arrive(shop_app, size)
    visitor.page.emulate_media(color_scheme=theme)
    found = {}
    for address in PAGES:
        visitor.open(f"/{address}")
        expect(visitor.page.get_by_text("Sample data").first).to_be_visible()
        expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
        expect(visitor.heading()).to_have_count(1)
        found[address] = axe.grave(visitor.page)
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        if wide > visitor.page.viewport_size["width"]:
            found[address].append(f"{wide} px wide")
        visitor.shot(f"{size}_{theme}_{address.split('?')[0] or 'home'}")
    assert {address: faults for address, faults in found.items() if faults} == {}

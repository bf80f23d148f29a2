"""Every page opens by its address alone, on a server that nobody has visited yet."""

import ast

import pytest
from playwright.sync_api import expect

from tests.browser.server import ROOT

pytestmark = pytest.mark.browser

FILES = {path.stem for path in (ROOT / "pages").glob("*.py")}
ADDRESSES = ["", *sorted(FILES - {"home"})]  # the first page answers at / alone


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_cold_link_opens_the_page_in_its_frame(address: str, fresh, arrive) -> None:
    visitor = arrive(fresh)
    visitor.open(f"/{address}")
    expect(visitor.heading().first).to_be_visible()
    expect(visitor.page.get_by_test_id("stTopNavLink").first).to_be_visible()
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in fresh.said()


def test_a_link_to_no_page_still_leads_home(fresh, arrive) -> None:
    visitor = arrive(fresh)
    visitor.open("/no_such_page")
    expect(visitor.page.get_by_test_id("stTopNavLink").first).to_be_visible()
    expect(visitor.page.get_by_test_id("stException")).to_have_count(0)


def test_every_listed_page_is_a_file_and_every_file_is_listed() -> None:
    listed = next(
        ast.literal_eval(node.value)
        for node in ast.parse((ROOT / "app.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PAGES"
    )
    assert {row[0] for row in listed} == FILES

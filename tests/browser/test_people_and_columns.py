"""Unknown columns are set once and known ever after; two accounts become one person's."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FIRST = "Wer;Wo;Wie viele\nmira.knits;Berlin;12.300\nlea__climbs;Kiel;900\n"
SECOND = "Wo;Wer;Wie viele\nBonn;tomas_bakes;45.000\nUlm;ida.tea;2.100\n"
PEOPLE = """Platform,Handle,Followers,Avg. likes
instagram,mira.knits,12000,400
tiktok,mira.knits,8000,900
"""


def test_columns_set_in_the_grid_are_known_for_the_next_file(app, arrive, tmp_path: Path) -> None:
    for name, words in (("first.csv", FIRST), ("second.csv", SECOND)):
        (tmp_path / name).write_text(words, "utf-8")
    visitor = arrive(app)
    page = visitor.page
    visitor.open("/bring_in")
    visitor.upload(tmp_path / "first.csv")
    expect(page.get_by_text("say which column is what")).to_be_visible()
    with visitor.rerun():
        choose(page, row=3, meaning="Followers")
    visitor.click("button", "Read it like this")
    expect(page.get_by_text("2 creators, with followers")).to_be_visible()
    visitor.click("button", "Add this file")
    visitor.open("/bring_in")
    visitor.upload(tmp_path / "second.csv")
    expect(page.get_by_text("Columns read as you set them on")).to_be_visible()
    expect(page.get_by_text("2 creators, with followers").first).to_be_visible()
    visitor.shot("desk_columns_remembered")
    visitor.open("/workspace?workspace_tab=Data")
    expect(page.get_by_text("How your files are read")).to_be_visible()
    visitor.shot("desk_workspace_data")
    visitor.click("button", "Forget")
    expect(page.get_by_text("How your files are read")).to_have_count(0)


def choose(page, *, row: int, meaning: str) -> None:
    """Pick `meaning` in the second column of a grid, as with the keyboard."""
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    height = box["height"] / 4  # the headings and three rows
    page.mouse.dblclick(box["x"] + 0.4 * box["width"], box["y"] + (row + 0.5) * height)
    page.keyboard.type(meaning)
    page.get_by_role("option", name=meaning, exact=True).first.click()


def test_two_accounts_become_one_persons(app, arrive, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    visitor = arrive(app, size="phone")
    page = visitor.page
    visitor.open("/bring_in")
    visitor.upload(tmp_path / "people.csv")
    visitor.click("button", "Add this file")
    visitor.open("/creator?creator=instagram/mira.knits")
    expect(page.get_by_text("Also on TikTok as @mira.knits?")).to_be_visible()
    visitor.shot("phone_person_proposed")
    visitor.click("button", "Join")
    expect(page.get_by_role("button", name="TikTok @mira.knits")).to_be_visible()
    visitor.shot("phone_person_joined")
    visitor.click("button", "TikTok @mira.knits")
    expect(page.get_by_role("button", name="Instagram @mira.knits")).to_be_visible()
    assert "creator=tiktok" in page.url
    visitor.click("button", "Separate")
    expect(page.get_by_text("Also on Instagram as @mira.knits?")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

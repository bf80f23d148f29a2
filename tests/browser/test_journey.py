"""The main job from end to end, as a newcomer does it, on the sample shop and on own files."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

pytestmark = pytest.mark.browser


@pytest.fixture
def shop(shop_app, arrive):
    """A visitor of a server where the sample shop is in; only to look around."""
    return arrive(shop_app)


def test_the_sample_shop_comes_and_leaves_with_one_click_each(fresh, arrive) -> None:
    visitor = arrive(fresh)
    visitor.open("/")
    visitor.page.get_by_role("button", name="Open the sample shop").click()
    expect(visitor.heading()).to_have_text("Creators")
    expect(visitor.page.get_by_text("Sample data")).to_be_visible()
    visitor.settled()
    visitor.click("button", "Clear the sample")
    expect(visitor.page.get_by_text("No creators yet")).to_be_visible()
    expect(visitor.page.get_by_text("Sample data")).to_have_count(0)


def test_engagement_names_its_finding_and_its_source(shop) -> None:
    shop.open("/engagement")
    expect(shop.page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    shop.page.get_by_role("button", name="Where the benchmark comes from").click()
    expect(shop.page.get_by_text("Source:").first).to_be_visible()


def test_a_filter_changes_the_marks_and_the_words_of_the_picture_in_its_place(shop) -> None:
    shop.open("/engagement")
    drawn = shop.page.get_by_test_id("stVegaLiteChart").locator("svg").first
    marks = drawn.locator("path[aria-roledescription=point]")
    words = drawn.locator("text[aria-label^='Engagement rate against']")
    expect(words).to_have_attribute("aria-label", re.compile("followers of 41 creators"))
    drawn.evaluate("picture => picture.id = 'the_same'")
    with shop.rerun():
        shop.page.get_by_role("textbox", name="Name contains").fill("oatmeadow")
        shop.page.keyboard.press("Enter")
    expect(words).not_to_have_attribute("aria-label", re.compile("of 41 creators"))
    many = int(words.get_attribute("aria-label").split("followers of ")[1].split()[0])
    expect(marks).to_have_count(many)
    expect(drawn).to_have_id("the_same")


def test_another_total_gives_another_plan_at_once(shop) -> None:
    shop.open("/budget")
    said = shop.page.locator("h2").first
    before = said.inner_text()
    total = shop.page.get_by_role("spinbutton", name="Total, in USD")
    with shop.rerun():
        total.fill("600")
        total.press("Enter")
    expect(said).not_to_have_text(before)
    costs = re.search(r"\$(\d+) buys", said.inner_text())
    assert costs
    assert 0 < int(costs[1]) <= 600
    assert "budget_total=600" in shop.page.url


def test_another_total_draws_again_only_what_follows_from_it(shop) -> None:
    frames: list[bytes | str] = []

    def heard(frame: bytes | str) -> None:
        frames.append(frame)

    shop.page.on("websocket", lambda socket: socket.on("framereceived", heard))
    shop.open("/budget")
    total = shop.page.get_by_role("spinbutton", name="Total, in USD")
    first, said = total.input_value(), shop.page.locator("h2").first
    before = said.inner_text()
    frames.clear()
    with shop.rerun():
        total.fill("700")
        total.press("Enter")
    drawn = [ForwardMsg.FromString(one) for one in frames if isinstance(one, bytes)]
    assert any(one.delta.new_element.number_input.label.startswith("Total") for one in drawn)
    assert not [one for one in drawn if one.WhichOneof("type") == "navigation"]
    assert not [one for one in drawn if one.delta.new_element.button_group.label == "Goal"]
    expect(said).not_to_have_text(before)
    shop.page.get_by_role("button", name="Undo").click()  # this moves other controls as well
    expect(total).to_have_value(first)
    expect(said).to_have_text(before)


def test_an_empty_budget_page_fills_when_creators_arrive(app, arrive) -> None:
    early, other = arrive(app), arrive(app)
    early.open("/budget")
    expect(early.page.get_by_text("No creators yet")).to_be_visible()
    other.open("/")
    other.page.get_by_role("button", name="Open the sample shop").click()
    expect(early.page.get_by_role("spinbutton", name="Total, in USD")).to_be_visible()


def test_a_plan_that_is_kept_stands_below_at_once(app, arrive) -> None:
    visitor = arrive(app)
    visitor.open("/")
    visitor.page.get_by_role("button", name="Open the sample shop").click()
    expect(visitor.heading()).to_have_text("Creators")
    visitor.settled()
    visitor.open("/budget")
    visitor.page.get_by_role("button", name="Keep this plan").click()
    visitor.page.get_by_role("textbox", name="Keep this plan as").fill("Spring")
    visitor.page.get_by_role("button", name="Keep", exact=True).click()
    expect(visitor.page.get_by_role("heading", name="Plans kept")).to_be_visible()
    expect(visitor.page.get_by_text("Spring", exact=True)).to_be_visible()
    expect(visitor.page.get_by_text("The plan is kept as it is now.")).to_be_visible()
    expect(visitor.page.get_by_role("textbox", name="Keep this plan as")).to_have_count(0)


def test_the_plan_stands_among_the_stories(shop) -> None:
    shop.open("/stories")
    expect(shop.page.get_by_text("Nearest to your plan")).to_be_visible()
    expect(shop.page.get_by_text("Evidence A").first).to_be_visible()
    expect(shop.page.get_by_text("Counter-example").first).to_be_visible()


def test_a_number_opens_its_passport(shop) -> None:
    shop.open("/budget")
    shop.page.get_by_role("button", name="How we know").first.click()
    expect(shop.page.get_by_text("Worked out as:").first).to_be_visible()


LIST = """Username;Followers;Avg. likes;Avg. comments;Price (USD)
@tea.with.ida;3.4K;210;14;60
steep_slowly;12,300;420;25;
;900;10;1;20
harbour.cups;about 5000;300;20;80
"""


def test_an_own_list_is_previewed_added_ranked_and_taken_out(app, arrive, tmp_path: Path) -> None:
    own = tmp_path / "my list.csv"
    own.write_text(LIST, "utf-8")
    visitor = arrive(app)
    visitor.open("/bring_in")
    visitor.upload(own)
    expect(visitor.page.get_by_text("my list.csv").first).to_be_visible()
    visitor.page.get_by_text("Left out:").first.click()
    expect(visitor.page.get_by_role("button", name="Download all of them")).to_be_visible()
    visitor.open("/creators")
    expect(visitor.page.get_by_text("No creators yet")).to_be_visible()  # nothing without a click
    visitor.open("/bring_in")
    visitor.upload(own)
    visitor.click("button", "Add this file")
    expect(visitor.page.get_by_text("Brought in so far")).to_be_visible()
    visitor.open("/engagement")
    expect(visitor.page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    visitor.open("/bring_in")
    visitor.click("button", "Take out")
    expect(visitor.page.get_by_text("Brought in so far")).to_have_count(0)
    visitor.open("/creators")
    expect(visitor.page.get_by_text("No creators yet")).to_be_visible()


def test_bad_files_get_a_sentence_each_and_the_good_one_still_goes_in(
    app, arrive, tmp_path: Path
) -> None:
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("connections/followers_and_following/followers_1.json", "[]" * 500)
    files = {
        "empty.csv": b"",
        "photo.csv": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "half.zip": broken.getvalue()[:200],
        "no_handles.csv": b"Date,Temperature\n2026-01-01,4\n2026-01-02,5\n",
        "good.csv": LIST.encode(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    visitor = arrive(app)
    visitor.open("/bring_in")
    visitor.upload(*(tmp_path / name for name in files))
    alerts = visitor.page.get_by_test_id("stAlert")
    expect(alerts).to_have_count(4)
    for name in list(files)[:4]:
        expect(alerts.filter(has_text=name).first).to_be_visible()
    visitor.click("button", "Add this file")
    expect(visitor.page.get_by_text("Brought in so far")).to_be_visible()
    expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in app.said()


def test_pasted_handles_become_creators(app, arrive) -> None:
    visitor = arrive(app)
    visitor.open("/bring_in?bring_in_how=Handles")
    box = visitor.page.get_by_role("textbox", name="Handles or profile links")
    with visitor.rerun():
        box.fill("@tea.with.ida, https://www.instagram.com/steep_slowly/\ntiktok.com/@harbour.cups")
        box.press("Control+Enter")
    visitor.click("button", "Add these")
    visitor.open("/creators")
    expect(visitor.heading()).to_have_text("Creators")
    expect(visitor.page.get_by_test_id("stDataFrame").first).to_be_visible()


def test_the_own_file_comes_back_with_its_problem_rows_marked(app, arrive, tmp_path) -> None:
    own = tmp_path / "my list.csv"
    own.write_text(LIST, "utf-8")
    visitor = arrive(app)
    visitor.open("/bring_in")
    visitor.upload(own)
    with visitor.page.expect_download() as coming:
        visitor.page.get_by_role("button", name="Download my file").click()
    lines = coming.value.path().read_text("utf-8-sig").splitlines()
    assert lines[0].endswith("Microscope says")
    assert len(lines) == len(LIST.splitlines())
    assert "no handle" in lines[3]

"""The client's page in a real browser: it asks nobody, can be used by all, and answers back."""

import json

import pytest
from playwright.sync_api import Browser, expect

from core import readers
from core.exports import client_page
from tests.browser import axe
from tests.core.exports.dossiers import creator, dossier

EVIL = '"><img src=x onerror=document.title="ran">'


@pytest.fixture
def file(tmp_path):
    """The page of a plan with two creators, one of them with an ugly name."""
    people = creator("zoe"), creator("bo.brew", name=EVIL)
    path = tmp_path / "client.html"
    path.write_bytes(client_page.html(dossier(people)))
    return path


def opened(browser: Browser, file, **look):
    """A tab with the file in it, and all that it asked for or complained of."""
    context = browser.new_context(accept_downloads=True, **look)
    page, seen = context.new_page(), []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.goto(file.as_uri())
    return page, seen


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_it_fits_asks_nobody_and_leaves_nobody_out(browser, file, width, scheme) -> None:
    look = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    page, seen = opened(browser, file, **look)
    assert page.title() == "Spring at Kettle & Quay"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for summary in page.locator("summary").all():
        summary.click()
    page.get_by_label("Approve").first.check()
    page.get_by_label("What if we want at least").fill("900")
    expect(page.locator("#chance")).to_contain_text("900 engagements: 30 of 50")
    assert axe.grave(page) == []
    assert seen == [file.as_uri()]
    page.context.close()


@pytest.mark.browser
def test_what_the_client_says_comes_back_letter_by_letter(browser, file) -> None:
    page, _ = opened(browser, file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the plan"
    page.get_by_label("Approve").first.check()
    page.get_by_label("Decline").last.check()
    page.get_by_label("Comment on @bo.brew").fill("Größe passt nicht – schade 🐙\n=1+1")
    page.get_by_label("Your name").fill("Eva")
    page.reload()  # what was said so far is still there
    expect(page.locator("#count")).to_have_text("2 of 2 creators answered")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my reply as a file").click()
    content = download.value.path().read_bytes()
    assert download.value.suggested_filename == "reply-spring-at-kettle-quay.json"
    page.context.close()
    reply = readers.read("reply.json", content).reply
    assert reply.by == "Eva"
    assert [(said.creator, said.answer, said.comment) for said in reply.decisions] == [
        ("instagram/zoe", "approve", ""),
        ("instagram/bo.brew", "decline", "Größe passt nicht – schade 🐙\n=1+1"),
    ]
    told = json.loads(content) | {"by": "Somebody else"}
    with pytest.raises(readers.UnreadableFile, match="changed after it was saved"):
        readers.read("reply.json", json.dumps(told).encode())

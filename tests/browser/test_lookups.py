"""Forty mixed handles are pasted, looked up, and ranked; the export's queue grows shorter."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import server
from tests.standins import server as standins

pytestmark = pytest.mark.browser

SKY = [f"maker{n}.bsky.social" for n in range(16)]
MASTODON = [f"knitter{n}@knit.example" for n in range(8)]
VIDEO = [f"https://www.youtube.com/@teatime{n}" for n in range(5)]
PHOTO = [f"https://www.instagram.com/leaf.and.cup{n}/" for n in range(3)]
ODD = [
    "nobody1.bsky.social",
    "closed1.bsky.social",
    "https://bsky.app/profile/maker0.bsky.social/post/3k",
    "mira@members.example",
    "https://www.tiktok.com/@harbour_cups",
    "https://x.com/shyone",
    "https://x.com/kettle/status/1",
    "https://www.instagram.com/personal1/",
    "did:plc:ewvi7nxzyoun6zhxrhs64oiz",
]
PASTED = "\n".join([*SKY, *MASTODON, *VIDEO, *PHOTO, *ODD[:8]])
KEYS = {
    "MICROSCOPE_INSTAGRAM_TOKEN": "good-token",
    "MICROSCOPE_X_TOKEN": "good-bearer",
}


def export(names: list[str]) -> bytes:
    """A follower export of Instagram."""
    people = [
        {"title": "", "string_list_data": [{"value": name, "timestamp": 1_760_000_000 + place}]}
        for place, name in enumerate(names)
    ]
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        place = "connections/followers_and_following/followers_1.json"
        archive.writestr(place, json.dumps(people))
    return kept.getvalue()


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[server.Server]:
    """A server whose look-ups reach the stand-ins."""
    with (
        pytest.MonkeyPatch.context() as patch,
        standins.running() as networks,
    ):
        for name, key in KEYS.items():
            patch.setenv(name, key)
        with server.running(tmp_path, standins=networks.port) as running:
            yield running


def test_from_pasted_handles_to_scores_and_a_shorter_queue(asking, arrive, tmp_path: Path) -> None:
    (tmp_path / "instagram-shop-2026-11-20-x.zip").write_bytes(
        export(["leaf.and.cup0", "the.tea.studio", *(f"fan{n}" for n in range(30))])
    )
    visitor = arrive(asking)
    page = visitor.page
    visitor.open("/bring_in")
    visitor.upload(tmp_path / "instagram-shop-2026-11-20-x.zip")
    visitor.click("button", "Add this file")
    visitor.open("/bring_in?bring_in_how=Whom+to+look+up+first")
    expect(page.get_by_text("32 names wait for numbers.")).to_be_visible()
    visitor.shot("desk_lookup_queue")

    visitor.open("/bring_in?bring_in_how=Handles")
    with visitor.rerun():
        page.get_by_role("textbox", name="Handles or profile links").fill(PASTED)
        page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Nothing is sent before your click")).to_be_visible()
    expect(page.get_by_text("1 cannot be looked up")).to_be_visible()
    expect(
        page.get_by_role("link", name="Connect a network")
    ).to_be_visible()  # YouTube has no key here
    visitor.shot("desk_lookup_preview")
    with visitor.rerun():
        page.get_by_role("button", name="Look up 33 accounts").click()
    expect(page.get_by_text("It waits for you to go on.")).to_be_visible()
    visitor.settled()
    visitor.shot("desk_lookup_done")

    visitor.open("/workspace?workspace_tab=Networks")
    visitor.shot("desk_workspace_networks")
    visitor.open("/creators")
    expect(page.get_by_text("leads with")).to_be_visible()
    expect(page.get_by_role("link", name="@")).to_have_count(0)  # a Mastodon name is no address
    visitor.shot("desk_creators_looked_up")
    visitor.open("/bring_in?bring_in_how=Whom+to+look+up+first")
    expect(page.get_by_text("31 names wait for numbers.")).to_be_visible()

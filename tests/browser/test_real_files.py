"""The main job on real files of other people, from the drop to the stories."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
FILES = (
    "influencer_lists/kaggle_top_insta/top_insta_influencers_data.csv",
    "instagram_dyi/redacted_2024_en/connections/followers_and_following/followers_1.json",
    "instagram_dyi_html/redacted_2025_en/connections/followers_and_following/followers_1.html",
    "x_archive/org_2021/data/follower.js",
    "tiktok_dyd/json_2025/user_data_tiktok (1).json",
    "tiktok_dyd/txt/Your Activity/Follower.txt",
)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="shared/samples is not beside the repository")
def test_real_files_become_a_ranking_a_plan_and_a_comparison(app, arrive) -> None:
    visitor = arrive(app)
    visitor.open("/bring_in")
    visitor.upload(*(SAMPLES / name for name in FILES))
    expect(visitor.page.get_by_test_id("stAlert")).to_have_count(0)
    visitor.click("button", f"Add all {len(FILES)} files")
    expect(visitor.page.get_by_role("button", name="Take out")).to_have_count(len(FILES))
    visitor.shot("real_bring_in")
    visitor.open("/creators")
    expect(visitor.page.locator("h2").first).to_contain_text("leads with")
    visitor.open("/engagement")
    expect(visitor.page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    visitor.shot("real_engagement")
    visitor.open("/audiences")
    expect(visitor.page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    visitor.open("/budget?budget_total=20000")
    expect(visitor.page.locator("h2").first).to_contain_text("buys")
    visitor.shot("real_budget")
    visitor.open("/stories")
    expect(visitor.page.locator("h2").first).to_contain_text("published campaigns")
    expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in app.said()

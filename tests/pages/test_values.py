"""The brand's own words are held against what a creator says."""

from core import readers
from pages.parts import cached

POSTS = (
    b"handle,post url,likes,caption\n"
    b"ana.pours,https://www.instagram.com/p/a/,12,A slow cup of green tea in the garden\n"
    b"ana.pours,https://www.instagram.com/p/b/,9,Place your bets: casino night #gambling\n"
    b"ana.pours,https://www.instagram.com/p/c/,7,New tyres for the truck\n"
)


def visit_creator(open_page, **brand: str):
    visit = open_page("home")
    store = cached.the_store()
    read = readers.read("posts.csv", POSTS).on_platform("instagram")
    store.keep(read, name="posts.csv", content_sha256="1", size=9)
    store.change_workspace(**brand)
    visit.query_params["creator"] = "instagram/ana.pours"
    visit.switch_page("pages/creator.py").run()
    assert not visit.exception
    return "\n".join(one.value for one in [*visit.markdown, *visit.caption])


def test_the_nearest_post_is_shown_first_and_a_deal_breaker_is_to_be_read(open_page) -> None:
    said = visit_creator(open_page, topics="loose leaf tea", deal_breakers="gambling, detox")
    assert said.index("green tea") < said.index("tyres")
    assert "**gambling**" in said
    assert "worth reading yourself" in said


def test_without_words_of_the_brand_the_page_asks_for_them(open_page) -> None:
    assert "Say on the workspace page" in visit_creator(open_page)

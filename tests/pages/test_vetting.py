"""The vetting record and the prompts on the page of a creator."""

from core import readers
from pages.parts import cached

POSTS = (
    b"Username,Post URL,Posted at,Likes,Comments,Caption\n"
    b"ana.pours,https://www.instagram.com/p/abc/,2026-11-01,12,3,You fucking idiot ![x](http://x)\n"
)
ANA = "instagram/ana.pours"


def labelled(elements, label: str):
    return next(one for one in elements if one.label == label)


def open_creator(open_page):
    visit = open_page("home")
    found = readers.read("posts.csv", POSTS)
    cached.the_store().keep(found, name="posts.csv", content_sha256="1", size=len(POSTS))
    visit.query_params["creator"] = ANA
    return visit.switch_page("pages/creator.py").run()


def words(visit) -> str:
    return "\n".join(one.value for one in [*visit.markdown, *visit.caption])


def test_an_answer_is_kept_with_who_and_why(open_page) -> None:
    visit = open_creator(open_page)
    assert "Read it yourself" in words(visit)
    form = "vetting_reputation"
    radio = next(one for one in visit.radio if one.form_id == form)
    radio.set_value("yes")
    next(one for one in visit.text_input if one.form_id == form).set_value("Mia")
    next(one for one in visit.text_area if one.form_id == form).set_value("a lyric")
    next(one for one in visit.button if one.form_id == form).click().run()
    assert not visit.exception
    (kept,) = cached.the_store().vetting.answers(ANA).itertuples()
    assert (kept.answer, kept.suggested) == ("yes", "look")
    assert (kept.by, kept.evidence) == ("Mia", "a lyric")
    assert "the evidence then" in words(visit)


def test_a_prompt_is_let_pass_with_a_reason_and_stays_so(open_page) -> None:
    visit = open_creator(open_page)
    assert "fucking, idiot" in words(visit)
    assert "![x]" not in words(visit)
    labelled(visit.text_input, "Why is it fine?").set_value("quotes a song")
    labelled(visit.button, "Let it pass").click().run()
    assert not visit.exception
    assert "fucking, idiot" not in words(visit)
    assert "quotes a song" in words(visit)
    labelled(visit.button, "Look again").click().run()
    assert "fucking, idiot" in words(visit)


def test_a_prompt_is_not_let_pass_without_a_reason(open_page) -> None:
    visit = open_creator(open_page)
    labelled(visit.button, "Let it pass").click().run()
    assert cached.the_store().vetting.every_passed() == ()
    assert "A few words of reason" in words(visit)

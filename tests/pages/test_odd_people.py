"""People whose data are odd: numbers with honest ranges or "unknown", never a number that is none.

The fixture holds them all; what stands for a million letters in it is written out here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from core import readers
from pages.parts import cached

FILE = Path(__file__).resolve().parents[1] / "fixtures" / "odd_people.csv"
LONG = b"{A MILLION LETTERS}"
PEOPLE = {
    "no.posts": "5,000 followers; likes and comments of a few posts would show the engagement",
    "one.post": "from 1 post",
    "nobody.follows": "so there is no engagement rate",
    "hides.likes": "8,000 followers; likes and comments of a few posts would show the engagement",
    "fewer.than.likes": "More reactions than its 10 followers: one of the two is worth checking",
    "always.alike": "from 6 posts",
    "forty.scripts": "from 1 post",
    "long.caption": "from 2 posts",
}
NO_NUMBER = re.compile(r".{0,60}(?<![\w@.-])(?:nan|NaN|NaT|nat|None|inf|<NA>)(?![\w.]).{0,60}")


def bring_in() -> None:
    content = FILE.read_bytes().replace(LONG, b"tea " * 250_000)
    reading = readers.read(FILE.name, content)
    assert reading.problems.empty
    cached.the_store().keep(reading, name=FILE.name, content_sha256="odd", size=len(content))


def everything(block: Block) -> Iterator[str]:
    """What each element says, to the eye or to a screen reader; cells of tables in their words."""
    for child in block.children.values():
        if isinstance(child, Block):
            yield from everything(child)
        elif isinstance(child, Element):
            yield str(getattr(child, "proto", ""))
        label = getattr(getattr(child, "proto", None), "label", "")
        yield str(label)


def shown(visit: AppTest) -> str:
    assert not visit.exception
    return "\n".join(everything(visit.main)).replace("\\", "")


@pytest.mark.parametrize("page", ["creators", "engagement", "audiences"])
def test_odd_people_leave_no_odd_number_on_a_page(page: str, open_page) -> None:
    visit = open_page("home")
    bring_in()
    text = shown(visit.switch_page(f"pages/{page}.py").run())
    assert NO_NUMBER.findall(text) == []


def test_each_odd_person_has_a_page_with_honest_numbers(open_page) -> None:
    visit = open_page("home")
    bring_in()
    for handle, said in PEOPLE.items():
        visit.query_params["creator"] = f"instagram/{handle}"
        visit.switch_page("pages/creator.py").run()
        text = shown(visit)
        assert f"@{handle}" in text
        assert said in text, handle
        assert (handle, NO_NUMBER.findall(text)) == (handle, [])

"""Every page stands on its own: with nothing brought in, and with the sample shop."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.rules.house import pages

NAMES = [page.path.stem for page in pages()]


def words(visit: AppTest) -> str:
    """Everything written on the page."""
    written = [*visit.title, *visit.header, *visit.markdown, *visit.caption, *visit.info]
    return "\n".join(str(element.value) for element in written)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_page_says_how_to_begin(name: str, open_page) -> None:
    visit = open_page(name)
    assert not visit.exception
    assert len(visit.title) == 1
    assert "Sample data" not in words(visit)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_draws_the_sample_shop(name: str, open_shop) -> None:
    visit = open_shop(name)
    assert not visit.exception
    assert len(visit.title) == 1

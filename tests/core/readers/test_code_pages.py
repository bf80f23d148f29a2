"""Texts that do not say how their letters are written: read by the likeliest page, and said."""

import pytest

from core.readers import read

PEOPLE = {
    "cp1252": "Zoë Müller",
    "cp1250": "Łukasz Wójcik-Żak",
    "cp1251": "Мария Петрова",
}


@pytest.mark.parametrize("page", PEOPLE)
def test_a_name_survives_its_code_page_and_the_guess_is_said(page: str) -> None:
    made = read("list.csv", f"username;name;followers\nmira;{PEOPLE[page]};12\n".encode(page))
    assert made.tables["accounts"]["name"].tolist() == [PEOPLE[page]]
    number = page.removeprefix("cp")
    assert any(f"Windows-{number}" in note for note in made.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_nothing_is_said_where_nothing_was_guessed(encoding: str) -> None:
    made = read("list.csv", "username,name,followers\nmira,Zoë,12\n".encode(encoding))
    assert not any("Windows" in note for note in made.notes)

"""Cells that say nothing, columns that say nothing we need, and names said twice."""

import pytest

from core.readers import Reading, read


def of(text: str) -> Reading:
    return read("list.csv", text.encode())


def test_columns_that_nothing_was_read_from_are_named() -> None:
    made = of("username,followers,E-mail,Shoe size,Total likes,\nmira,10,a@b.de,38,99,?\n")
    assert made.unused == ["Shoe size", "Total likes", "(no heading)"]
    assert of("username,followers\nmira,10\n").unused == []


@pytest.mark.parametrize(
    ("cell", "cleaned"),
    [
        ("N/A", None),
        ("Ｎ／Ａ", None),
        ("n\u200b/a", None),
        ("\u00a0–\u00a0", None),
        ("\u00adnull", None),
        ("", None),
        ("\u00a0Spain\u3000", "Spain"),
        ("Nepal", "Nepal"),
        ("na zdrowie", "na zdrowie"),
        ("Österreich", "Österreich"),
    ],
)
def test_a_word_for_nothing_is_nothing_in_whatever_letters(cell: str, cleaned: str | None) -> None:
    made = of(f"username,country\nmira,{cell}\ntom,Chile\nana,\n").tables["accounts"]
    assert made["country"].astype(object).where(made["country"].notna(), None).tolist() == [
        cleaned,
        "Chile",
        None,
    ]


def test_names_that_come_again_are_counted_in_long_lists_too() -> None:
    handles = [*(f"maker.{at}" for at in range(70_000)), "MAKER.3", "a" * 60, "b", "A" * 60]
    made = of("\n".join(["username,followers", *(f"{name},5" for name in handles)]))
    assert [note for note in made.notes if note.startswith("2 rows name an account")]

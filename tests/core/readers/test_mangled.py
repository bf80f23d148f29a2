"""Letters that some program read byte by byte are put right, once, and that is said."""

import pandas as pd
import pytest

from core.readers import Reading, read

UNSIGNED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
GARBLED = (
    "Username,Name,Gefällt mir,Followers,Bio\n"
    "mira,Jürgen Müller,5,10,Sí “todo” 😀\nzoe,Zoë Łuk,6,11,plain\nañon,Ána À,7,12,日本\n"
)


def of(text: str) -> Reading:
    return read("list.csv", text.encode())


@pytest.mark.parametrize("page", ["latin-1", "cp1252"])
def test_letters_that_were_read_byte_by_byte_are_put_right_and_said(page: str) -> None:
    as_read = "".join(
        # Of the bytes without a sign of their own, programs keep the number.
        bytes([byte]).decode("latin-1" if byte in UNSIGNED else page)
        for byte in GARBLED.encode()
    )
    accounts = of(as_read).tables["accounts"]
    right = of(GARBLED).tables["accounts"]
    pd.testing.assert_frame_equal(accounts, right)
    assert accounts["avg_likes"].tolist() == [5, 6, 7]
    assert "Letters in “Username”, “Name” and “Bio” were garbled (“Ã±” in place of “ñ”); they" in (
        " ".join(of(as_read).notes)
    )
    assert not any("garbled" in note for note in of(GARBLED).notes)


def test_one_garbled_cell_among_right_ones_is_put_right_and_they_stay() -> None:
    mixed = "username,name,followers\nmira,MÃ¼ller,10\nzoe,Zoë Â\ufe0f,11\nbo,ÂNGELA,12\n"
    made = of(mixed)
    assert made.tables["accounts"]["name"].tolist() == ["Müller", "Zoë Â\ufe0f", "ÂNGELA"]
    assert "Letters in “name” were garbled (“Ã¼” in place of “ü”)" in " ".join(made.notes)


def test_a_column_of_few_different_garbled_words_is_put_right() -> None:
    rows = "".join(f"name{at},KÃ¶ln,{at}\n" for at in range(2_500))
    accounts = of("username,category,followers\n" + rows).tables["accounts"]
    assert set(accounts["category"]) == {"Köln"}

"""E-mail addresses, phone numbers and places: dropped at the door, and said."""

import pytest

from core.readers import read

# A bio, and what is kept of it.
BIOS = (
    ("knits, write to mira.k@example.org", "knits, write to …"),
    ("mira (at) example (dot) org", "…"),
    ("call +49 171 1234567 for work", "call … for work"),
    ("WhatsApp: 0171 123 45 67", "…"),
    ("home: 52.5200, 13.4050", "home: …"),
    ("since 2019, 12 345 678 stitches", "since 2019, 12 345 678 stitches"),
    ("@mira@mastodon.social too", "@mira@mastodon.social too"),
)


@pytest.mark.parametrize(("bio", "kept"), BIOS)
def test_what_people_write_into_a_bio(bio: str, kept: str) -> None:
    made = read("list.csv", f'handle,platform,followers,bio\nmira,tiktok,10,"{bio}"\n'.encode())
    found = made.tables["accounts"]["bio"].fillna("…")[0]
    assert found == kept
    assert any("were taken out" in note for note in made.notes) == (bio != kept)


def test_columns_of_addresses_and_places_are_left_out_and_named() -> None:
    made = read(
        "list.csv",
        b"handle,followers,E-Mail,Telefon,latitude,longitude\n"
        b"mira,10,mira@example.org,0171 1234567,52.52,13.405\n",
    )
    said = " ".join(made.notes)
    assert "e-mail addresses" in said
    assert "phone numbers" in said
    assert "positions on the map" in said
    everything = " ".join(table.to_csv() for table in [*made.tables.values(), made.columns])
    for word in ("mira@example.org", "1234567", "52.52", "13.405"):
        assert word not in everything


def test_a_column_of_addresses_is_known_by_its_cells() -> None:
    made = read("list.csv", b"handle;followers;Surel X\nmira;10;mira@example.com\n")
    assert "The e-mail addresses in it were left out; they are not needed." in made.notes

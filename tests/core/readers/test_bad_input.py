"""Whatever the bytes are: a reading, or a sentence that names the file and what to do. Nothing
else.
"""

import random
from pathlib import Path

import pytest

from core.readers import UnreadableFile, read
from core.readers.files import File
from core.readers.reader import understood
from tests.core.readers.downloads import zipped

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)


def locked(content: bytes) -> bytes:
    """The ZIP with every member marked as encrypted."""
    made = bytearray(content)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = made.find(signature)
        while at >= 0:
            made[at + offset] |= 1
            at = made.find(signature, at + 4)
    return bytes(made)


FOLLOWERS = "connections/followers_and_following/followers_1.json"
GOOD = zipped({FOLLOWERS: (FIXTURES / "instagram_2023_followers_1.json").read_bytes()})


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b" \r\n\t\n", "is empty"),
        ("list.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), "is a PNG picture"),
        ("list.xlsx", b"%PDF-1.7 ...", "is a PDF"),
        (
            "list.xls",
            OLE + "Workbook".encode("utf-16-le"),
            "old Excel workbook (.xls), but",
        ),
        ("list.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "with a password"),
        (
            "list.docx",
            zipped({"[Content_Types].xml": b"", "word/document.xml": b""}),
            "Word document",
        ),
        ("list.xlsx", zipped({"xl/workbook.xml": b"<x/>"}), "damaged or locked"),
        ("half.zip", GOOD[: len(GOOD) // 2], "breaks off in the middle"),
        ("locked.zip", locked(GOOD), "locked with a password"),
        ("bomb.zip", zipped({FOLLOWERS: bytes(60_000_000)}), "unpacks to far more"),
        (
            "bomb.xlsx",
            zipped({"xl/workbook.xml": b"x", "xl/a.xml": bytes(60_000_000)}),
            "unpacks to far more",
        ),
        ("other.zip", zipped({"a.txt": b"x", "b/c.jpg": b"y"}), "without a follower list"),
        ("nothing.zip", zipped({}), "nothing in it"),
        ("list.json", b"[]", "empty list"),
        ("list.json", b"null", "empty list"),
        ("followers_1.json", b'{"relationships_followers":[]}', "the list in it is empty"),
        ("no-data.txt", b"You have no data in this section", "no data of this kind"),
        ("page.html", b"<html><body><p>Hello</p></body></html>", "a web page"),
        ("letter.txt", b"Dear all,\nthis is only a letter.\nBye", "letter.txt"),
        ("deep.json", b'{"string_list_data":' * 100_000, "breaks off or is damaged"),
        ("deep.json", b"[" * 500_000, "deep.json"),
        ("binary.csv", bytes(range(1, 32)) * 50, "not text"),
    ],
)
def test_a_file_of_another_kind_is_named(name: str, content: bytes, what: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(name, content)
    assert what in refused.value.what
    assert name in refused.value.what
    assert refused.value.do.endswith(".")


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("list_no_handles.csv", "its columns are “City” and “Inhabitants”"),
        ("list_header_only.csv", "no rows"),
        ("tiktok_empty.json", "the list in it is empty"),
        ("instagram_2026_blocked_profiles.json", "blocked accounts"),
    ],
)
def test_a_list_of_something_else_is_refused_by_name(file: str, what: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(file, (FIXTURES / file).read_bytes())
    assert what in refused.value.what
    assert file in refused.value.what


def test_too_large_is_said_without_reading() -> None:
    with pytest.raises(UnreadableFile, match="more than 0 MB is not read"):
        read("big.csv", b"handle\n" + b"a\n" * 100, limit=100)


def test_a_quotation_mark_that_never_closes_loses_nothing_in_silence() -> None:
    made = read("list.csv", b'handle,followers\nmira,1\n"tom,2\nx,3\n')
    assert made.rows_kept_out == 1
    assert "never closed" in made.problems.iloc[0]["reason"]


@pytest.mark.parametrize("fixture", sorted(path.name for path in FIXTURES.iterdir()))
def test_broken_bytes_never_raise_anything_else(fixture: str) -> None:
    chance = random.Random(fixture)
    whole = (FIXTURES / fixture).read_bytes()
    for content in (whole, zipped({FOLLOWERS: whole}), zipped({"data/follower.js": whole})):
        for _ in range(4):
            _reads_or_refuses(fixture, _broken(content, chance))


def _reads_or_refuses(name: str, content: bytes) -> None:
    """Past the safety net of `read`, so that a fault shows here and not as a general sentence."""
    try:
        made = understood(name, content)
    except UnreadableFile as refused:
        assert refused.what
        assert refused.do
    else:
        assert made.rows_read + made.rows_kept_out == made.rows
        assert made.rows_read >= 0


def _broken(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    kind = chance.randrange(4)
    if kind == 0:
        return bytes(made[: chance.randrange(len(made))])
    if kind == 1:
        for _ in range(chance.randrange(1, 30)):
            made[chance.randrange(len(made))] = chance.randrange(256)
        return bytes(made)
    at = chance.randrange(len(made))
    if kind == 2:
        return bytes(made[:at] + chance.randbytes(chance.randrange(1, 40)) + made[at:])
    end = min(len(made), at + chance.randrange(1, 200))
    return bytes(made[:at] + made[end:] + made[at:end])


def test_a_file_knows_its_own_name() -> None:
    assert File("Folder\\Sub/Followers_1.JSON", b"[]", "json").base == "followers_1.json"

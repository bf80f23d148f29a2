"""What is said of a list: what it lacks, what it repeats, and which rows were left out."""

import pytest

from core.readers import UnreadableFile, read
from core.readers.reading import in_words


def test_one_name_on_two_networks_is_no_repetition() -> None:
    rows = "mira,instagram,10\nmira,tiktok,20\nlea,instagram,5\n"
    assert read("l.csv", f"handle,platform,followers\n{rows}".encode()).notes == []
    again = read("l.csv", f"handle,platform,followers\n{rows}MIRA,tiktok,21\n".encode())
    assert again.notes[0].startswith("1 row names an account that is in the list already")


def test_likes_without_followers_are_not_said_to_be_missing() -> None:
    made = read("l.csv", b"handle,platform,likes\nmira,instagram,10\nlea,instagram,20\n")
    assert not any("no likes" in note for note in made.notes)
    assert any(note.startswith("It has no follower counts") for note in made.notes)


def test_problems_are_read_with_the_reason_in_sight() -> None:
    made = read("l.csv", b"handle,platform,followers\n,instagram,5\nmira,instagram,many\n")
    told = in_words(made.problems)
    assert list(told) == ["Row", "Column", "What stands there", "Why"]
    assert sorted(told["Column"]) == ["followers", "the whole row"]


def test_account_numbers_are_said_to_be_no_names() -> None:
    table = b"user_id,followers\n17841400000000001,1200\n17841400000000002,900\n"
    with pytest.raises(UnreadableFile) as caught:
        read("ids.csv", table)
    assert caught.value.do.startswith("Numbers of accounts alone cannot be looked up or scored")

"""Lists of little but handles or links: what stands over them, and what stands beside them."""

import pytest

from core.readers import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wool people,\n@mira.moss,\n@tom_lane,\n", "Wool people"),
        ("Wool\nhttps://instagram.com/mira.moss\nhttps://linktr.ee/x\n@tom_lane\n", "Wool"),
    ],
)
def test_what_stands_over_a_bare_list_is_its_heading_and_no_creator(text: str, title: str) -> None:
    made = read("list.csv", text.encode())
    assert made.tables["accounts"]["handle"].tolist() == ["mira.moss", "tom_lane"]
    said = f"The first line, “{title}”, is taken as the heading of the list, not as a handle."
    assert said in made.notes
    assert made.rows == len(text.splitlines()) - 1


def test_a_bare_list_of_plain_handles_loses_none_of_them() -> None:
    made = read("list.csv", b"mira.moss\ntom_lane\n@ana\n")
    assert made.tables["accounts"]["handle"].tolist() == ["mira.moss", "tom_lane", "ana"]


def test_views_of_all_posts_together_are_no_average() -> None:
    text = "Username,Subs,Video Views\nmira_moss,12400,1200000\ntom_lane,9800,2400000\n"
    made = read("list.csv", text.encode())
    assert made.tables["accounts"]["avg_views"].isna().all()
    assert any("total over all posts" in note for note in made.notes)

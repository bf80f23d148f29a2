from core.charts import people
from core.locale import Writing
from core.metrics import Estimate


def test_fifty_dots_are_dealt_by_the_range() -> None:
    dots = people.dots(Estimate(0.2, 0.1, 0.3, 150))
    assert dots["kind"].value_counts().to_dict() == {
        "look alive": 35,
        "could be either": 10,
        "worth asking about": 5,
    }
    assert dots[["column", "row"]].drop_duplicates().shape == (50, 2)


def test_the_dots_are_told() -> None:
    assert people.told(Estimate(0.2, 0.1, 0.3, 150), Writing()) == (
        "Of 50 followers, 5 are worth asking about, 10 could be either, 35 look alive."
    )
    assert people.table(Estimate(0.0, 0.0, 0.02, 150))["Count"].tolist() == [0, 1, 49]


def test_an_unknown_share_is_a_sentence(writing, rows_of) -> None:
    spec = people.fifty(Estimate(None), writing).to_dict()
    assert "No profile" in spec["description"]

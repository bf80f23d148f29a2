from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core import figures
from core.locale import Writing
from core.metrics import Estimate
from core.scoring import audience, profiles
from tests.evaluation import fit_audience

COLUMNS = ["username", "has_picture", "private", "posts", "followers", "following", "bio"]
ALIVE = ("anna.lind", True, False, 120.0, 400.0, 350.0, "tea and paper")
QUIET = ("user8837261", False, False, 0.0, 12.0, 3900.0, None)


def followers(*rows: tuple[object, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=COLUMNS)
    counts = dict.fromkeys(["posts", "followers", "following"], "float64")
    flags = dict.fromkeys(["has_picture", "private"], "boolean")
    return frame.astype({"username": "str", "bio": "str", **counts, **flags})


def audience_of(alive: int, quiet: int) -> pd.DataFrame:
    return followers(*[ALIVE] * alive, *[QUIET] * quiet)


def test_a_quiet_profile_is_likelier_worth_asking_about_than_a_lively_one() -> None:
    lively, quiet = audience.fake_probability(followers(ALIVE, QUIET))
    assert lively < 0.01
    assert quiet > 0.9


def test_one_number_a_follower_between_0_and_1_whatever_is_missing() -> None:
    frame = followers(ALIVE, QUIET, (None,) * 7, ("x", None, None, None, 3.0, None, ""))
    frame.index = pd.Index([7, 3, 9, 1])
    found = audience.fake_probability(frame)
    assert found.index.tolist() == [7, 3, 9, 1]
    assert found.between(0, 1).all()
    assert found[9] == pytest.approx(0.1, abs=0.001)  # unknown is not bad: the usual share


def test_columns_may_be_absent_and_of_any_type() -> None:
    absent = audience.fake_probability(pd.DataFrame({"username": ["anna", "user99812"]}))
    assert absent.iloc[0] < absent.iloc[1]
    assert audience.fake_probability(pd.DataFrame(index=[0, 1])).tolist() == pytest.approx(
        [0.1004, 0.1004]
    )
    loose = pd.DataFrame(
        {"has_picture": [True, None], "posts": ["12", "many"], "followers": [-1, np.inf]},
        dtype=object,
    )
    strict = followers((None, True, None, 12.0, None, None, None), (None,) * 7)
    assert audience.fake_probability(loose).tolist() == pytest.approx(
        audience.fake_probability(strict).tolist()
    )


@pytest.mark.parametrize(
    ("column", "values", "rising"),
    [
        ("following", [10, 600, 1500, 3000, 7000], True),
        ("followers", [10, 100, 300, 5000], False),
        ("posts", [0, 2, 8, 30, 500], False),
        ("username", ["anna.lind", "anna.lind.abc1", "anna19923"], True),
        ("has_picture", [False, True], False),
    ],
)
def test_more_of_a_sign_never_turns_the_judgement_round(
    column: str, values: list[object], rising: bool
) -> None:
    rows = [
        tuple(value if name == column else one for name, one in zip(COLUMNS, ALIVE, strict=True))
        for value in values
    ]
    found = audience.fake_probability(followers(*rows))
    assert found.is_monotonic_increasing if rising else found.is_monotonic_decreasing
    assert found.nunique() > 1


def test_bio_and_private_accounts_change_nothing() -> None:
    known = audience.fake_probability(followers(ALIVE))
    other = audience.fake_probability(followers((*ALIVE[:2], True, *ALIVE[3:6], None)))
    assert known.tolist() == other.tolist()


@pytest.mark.parametrize("quiet", [0, 15, 45, 90])
def test_the_share_of_a_plain_audience_is_found_and_held(quiet: int) -> None:
    found = audience.fake_share(audience_of(150 - quiet, quiet))
    assert found.n == 150
    assert found.value == pytest.approx(quiet / 150, abs=0.03)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= quiet / 150 <= found.high


def test_a_larger_audience_and_a_lower_level_narrow_the_range() -> None:
    def width(found: Estimate) -> float:
        assert found.low is not None
        assert found.high is not None
        return found.high - found.low

    few, many = audience_of(8, 2), audience_of(800, 200)
    assert width(audience.fake_share(many)) < width(audience.fake_share(few)) / 2
    assert width(audience.fake_share(few, 0.5)) < width(audience.fake_share(few, 0.95))


def test_a_few_followers_never_say_none_at_all() -> None:
    found = audience.fake_share(audience_of(3, 0))
    assert found.value is not None
    assert found.value > 0.02
    assert found.high is not None
    assert found.high > 0.2


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(columns=COLUMNS),
        pd.DataFrame(),
        pd.DataFrame({"username": ["anna", "berta"]}),  # what Instagram's own export holds
        followers((None,) * 7),
    ],
)
def test_without_profiles_the_share_is_unknown(frame: pd.DataFrame) -> None:
    assert audience.fake_share(frame) == Estimate(None)
    assert audience.more_to_halve(frame) == audience.FIRST_LOOK


def test_unknown_profiles_are_left_out_and_counted_out() -> None:
    known = audience_of(80, 20)
    both = pd.concat([known, followers(*[(None,) * 7] * 50)])
    assert audience.fake_share(both) == audience.fake_share(known)


def test_the_same_followers_in_any_order_give_the_same_answer() -> None:
    frame = audience_of(60, 25)
    mixed = frame.sample(frac=1, random_state=3)
    assert audience.fake_share(frame) == audience.fake_share(mixed)
    pd.testing.assert_frame_equal(frame, audience_of(60, 25))


def test_looking_at_that_many_more_halves_the_range() -> None:
    few = audience_of(9, 3)
    more = audience.more_to_halve(few)
    times = round((12 + more) / 12)
    assert times > 1
    before, after = audience.fake_share(few), audience.fake_share(audience_of(9 * times, 3 * times))
    assert before.high and before.low is not None
    assert after.high and after.low is not None
    assert (after.high - after.low) / (before.high - before.low) == pytest.approx(0.5, abs=0.12)


def test_where_more_would_not_halve_it_nobody_is_sent_looking() -> None:
    assert audience.more_to_halve(audience_of(2000, 400)) == 0
    said = audience.advice(0, Writing(), 2000)
    assert said == "Looking at more followers would not halve this range"
    assert audience.advice(1060, Writing(), 40) == "Look at 1,060 more to halve this range"


def test_a_level_outside_0_to_1_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        audience.fake_share(audience_of(2, 2), 80)


def test_the_weights_that_ship_come_from_one_set_whose_licence_allows_it() -> None:
    table = figures.read("follower_signs")
    assert set(table["source_id"]) == {"SRF17"}
    assert table["remark"].str.contains("CC BY-SA 4.0").all()
    assert "CC BY-SA 4.0" in figures.source("SRF17").note
    steps = table[table["sign"] != profiles.EVERYBODY].groupby("sign")[["alive", "others"]].sum()
    assert steps.to_numpy().ravel() == pytest.approx(np.ones(12), abs=0.001)
    script = Path(__file__).parents[2] / "evaluation" / "fit_audience.py"
    assert 'followers_of("fake_srf")' in script.read_text("utf-8")


def test_the_words_never_accuse() -> None:
    said = audience.NOT_A_VERDICT.lower()
    assert not any(word in said for word in ("fake", "fraud", "bought", "cheat"))


def test_the_script_in_this_repository_fits_the_weights_that_ship() -> None:
    if not fit_audience.SETS.exists():
        pytest.skip("…/shared/datasets is not here")
    fitted = fit_audience.fit(*fit_audience.followers_of("fake_srf"))
    shipped = figures.read("follower_signs")[fitted.columns]
    pd.testing.assert_frame_equal(fitted, shipped, check_dtype=False)

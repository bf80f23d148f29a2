import itertools

import numpy as np
import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.overlap import best_sets, pairs, proof, unique_reach


def lists(**followers: str) -> pd.DataFrame:
    rows = [(handle, one) for handle, many in followers.items() for one in many]
    frame = pd.DataFrame(rows, columns=["handle", "follower"])
    return tables.conform(frame.assign(platform="instagram"), "follows")


def test_each_next_list_is_the_one_that_adds_the_most() -> None:
    # b alone has three people, but two of them are in a; so c comes second.
    order = unique_reach(lists(a="wxyz", b="xyq", c="kl"), ["a", "b", "c"])
    assert order["handle"].tolist() == ["a", "c", "b"]
    assert order["followers"].tolist() == [4, 2, 3]
    assert order["added"].tolist() == [4, 2, 1]
    assert order["total"].tolist() == [4, 6, 7]


def test_names_match_in_any_case_and_repeats_count_once() -> None:
    order = unique_reach(lists(Ada="xxY", BOB="yX"), ["ada", "bob"])
    assert order["handle"].tolist() == ["ada", "bob"]
    assert order["added"].tolist() == [2, 0]


def test_the_same_name_on_two_platforms_is_two_people() -> None:
    follows = lists(a="x", b="x")
    follows["platform"] = ["instagram", "tiktok"]
    assert unique_reach(follows, ["a", "b"])["total"].tolist() == [1, 2]


def test_only_the_wanted_lists_count_and_one_without_a_list_adds_nothing() -> None:
    order = unique_reach(lists(a="xy", b="z"), ["nobody", "a"])
    assert order["handle"].tolist() == ["a", "nobody"]
    assert order["total"].tolist() == [2, 2]


def test_equal_lists_keep_the_order_in_which_they_were_named() -> None:
    assert unique_reach(lists(a="12", b="34"), ["b", "a"])["handle"].tolist() == ["b", "a"]


def test_lazy_choice_equals_the_plain_one() -> None:
    random = np.random.default_rng(5)
    sets = {f"h{i}": set(random.integers(0, 60, random.integers(1, 30))) for i in range(9)}
    rows = [(handle, f"p{one}") for handle, many in sets.items() for one in many]
    frame = pd.DataFrame(rows, columns=["handle", "follower"]).assign(platform="tiktok")
    order = unique_reach(tables.conform(frame, "follows"), list(sets))
    seen: set[int] = set()
    left = dict(sets)
    for added in order["added"]:
        best = max(left, key=lambda name: len(left[name] - seen))
        assert added == len(left[best] - seen)
        seen |= left.pop(best)
    assert order["total"].iloc[-1] == len(set(itertools.chain(*sets.values())))


def test_shared_followers_of_each_pair() -> None:
    both = pairs(lists(a="wxyz", b="xyq", c="kl"), ["a", "b", "c"])
    assert both[["first", "second"]].to_numpy().tolist() == [["a", "b"], ["a", "c"], ["b", "c"]]
    assert both["shared"].tolist() == [2, 0, 0]
    assert both["share_of_first"][0] == 0.5
    assert both["share_of_second"][0] == pytest.approx(2 / 3)


def test_nothing_in_nothing_out() -> None:
    follows = tables.empty("follows")
    assert unique_reach(follows, []).empty
    assert unique_reach(follows, ["a"])["total"].tolist() == [0]
    assert pairs(follows, ["a"]).empty
    assert pairs(follows, ["a", "b"])["share_of_first"].isna().all()


def test_where_every_choice_can_be_tried_the_best_few_lists_are_proven() -> None:
    # greedy takes a first (4 people), but b and c together have 6.
    follows = lists(a="1245", b="123", c="456")
    order, best = unique_reach(follows, ["a", "b", "c"]), best_sets(follows, ["a", "b", "c"])
    writing = Writing()
    assert best["handles"].tolist() == [("a",), ("b", "c"), ("a", "b", "c")]
    assert best["total"].tolist() == [4, 6, 6]
    assert "the best 2 lists are b and c, 1 more people" in proof(order, best, writing)
    apart = lists(a="12", b="3")
    alone, same = unique_reach(apart, ["a", "b"]), best_sets(apart, ["a", "b"])
    assert "no other first few" in proof(alone, same, writing)
    many = [f"h{n}" for n in range(13)]
    assert "63%" in proof(order, best_sets(lists(**dict.fromkeys(many, "12")), many), writing)


def test_the_proven_best_agrees_with_trying_every_set() -> None:
    random = np.random.default_rng(8)
    sets = {f"h{i}": set(random.integers(0, 40, random.integers(1, 20))) for i in range(6)}
    follows = pd.DataFrame([(h, str(f)) for h, fs in sets.items() for f in fs])
    follows = tables.conform(follows.set_axis(["handle", "follower"], axis=1), "follows")
    found = best_sets(follows.assign(platform="instagram"), list(sets))
    for row in found.itertuples():
        tried = (
            len(set().union(*each)) for each in itertools.combinations(sets.values(), row.lists)
        )
        assert row.total == max(tried)

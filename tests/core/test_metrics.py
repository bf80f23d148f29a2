import dataclasses
import typing

import pytest

from core import metrics
from core.errors import UnknownName
from core.metrics import Estimate, Metric

ALL = list(metrics.METRICS.values())


def test_keys_and_labels_are_unique() -> None:
    assert list(metrics.METRICS) == [metric.key for metric in ALL]
    assert len({metric.label for metric in ALL}) == len(ALL)


@pytest.mark.parametrize("metric", ALL, ids=lambda metric: metric.key)
def test_every_number_is_described_in_full(metric: Metric) -> None:
    assert metric.key.isidentifier()
    assert metric.key == metric.key.lower()
    assert metric.label[0].isupper()
    assert metric.sentence.endswith(".")
    assert metric.formula
    assert not metric.formula.endswith(".")
    assert metric.unit in typing.get_args(metrics.Unit)
    assert metric.better in typing.get_args(metrics.Direction)
    assert all(metric.other_definitions)


@pytest.mark.parametrize("metric", ALL, ids=lambda metric: metric.key)
def test_no_number_accuses(metric: Metric) -> None:
    said = f"{metric.label} {metric.sentence} {metric.formula}".lower()
    assert not any(word in said for word in ("fake", "fraud", "cheat"))


def test_a_metric_is_found_by_its_key() -> None:
    assert metrics.metric("engagement_rate").unit == "share"
    with pytest.raises(UnknownName, match="There is no number called “vibes”"):
        metrics.metric("vibes")


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [(2.0, 1.0, 3.0), (1.0, 1.0, 1.0), (2.0, None, None), (2.0, 1.0, None), (None, None, None)],
)
def test_a_range_may_be_unknown(value: float | None, low: float | None, high: float | None) -> None:
    assert Estimate(value, low, high).n == 0


@pytest.mark.parametrize(
    ("value", "low", "high"), [(4.0, 1.0, 3.0), (0.5, 1.0, None), (None, 3.0, 1.0)]
)
def test_a_range_must_hold_its_value(
    value: float | None, low: float | None, high: float | None
) -> None:
    with pytest.raises(ValueError, match="the range must hold the value"):
        Estimate(value, low, high)


def test_numbers_are_values_and_never_change() -> None:
    number = metrics.Number(metrics.metric("score"), Estimate(71.0, 60.0, 80.0, 12))
    assert hash(number) == hash(dataclasses.replace(number))
    with pytest.raises(dataclasses.FrozenInstanceError):
        number.note = "later"  # type: ignore[misc]

"""A plan told in six steps, each one finding with one chart or one calm list, for a wall or a file.

Goal → who and why → audience check → overlap → plan and odds → what will be measured.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from core import figures
from core.exports.dossier import SAMPLE, Creator, Dossier, Picture
from core.locale import Writing
from core.metrics import Input, Number

KEYS: Final = ("goal", "who", "audience", "overlap", "plan", "measures")
_MOST: Final = 5  # creators on one screen
_FAIR: Final = "Ranges hold in 8 of 10 cases; what nobody knows yet speaks neither for nor against."


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a calm list: who or what, and what there is to say about it."""

    lead: str
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One step: `key` of KEYS, its `name`, the finding, a chart or a list, and what it rests on."""

    key: str
    name: str
    finding: str
    points: tuple[Point, ...] = ()
    picture: Picture | None = None
    numbers: tuple[Number, ...] = ()
    as_of: datetime | None = field(default=None)
    sample: bool = False

    @property
    def sources(self) -> tuple[figures.Source, ...]:
        """The published sources of its numbers, each once."""
        ids = dict.fromkeys(one for number in self.numbers for one in number.source_ids)
        return tuple(figures.source(one) for one in ids)

    def foot(self, writing: Writing) -> tuple[str, ...]:
        """The small print: sample or not, as of when, by which published sources."""
        said = [SAMPLE] if self.sample else []
        said += [f"As of {writing.day(self.as_of)}."] if self.as_of else []
        return (*said, *(f"Source: {source.citation}." for source in self.sources))


def steps(dossier: Dossier) -> tuple[Step, ...]:
    """The six steps of `dossier` in their order."""
    return (
        _goal(dossier),
        _who(dossier),
        _audience(dossier),
        _overlap(dossier),
        _plan(dossier),
        _measures(dossier),
    )


def _goal(dossier: Dossier) -> Step:
    writing, result = dossier.writing, _result(dossier)
    counts = [_counted(dossier, key) for key in ("creators_count", "posts_count")]
    points = [Point("The plan", ", ".join(filter(None, counts)) + ".")]
    if result and result.estimate.value is not None:
        points.append(Point(dossier.goal, _expected(result, writing)))
    points.append(Point("How sure", _FAIR))
    finding = dossier.aim.rstrip(".")
    if result and result.estimate.value is not None:
        finding += f": about {_about(result, writing)} from {_many(len(dossier.creators), dossier)}"
    known = [dossier.numbers.get(key) for key in ("creators_count", "posts_count")]
    return _step(dossier, "goal", "Goal", finding, points, [result, *known])


def _who(dossier: Dossier) -> Step:
    brought = dossier.lines.groupby("creator")["value"].sum().sort_values(ascending=False)
    halved = int((brought.cumsum() < brought.sum() / 2).sum()) + 1
    everybody, goal = len(dossier.creators), dossier.goal.lower()
    finding = f"{_many(halved, dossier)} of {everybody} should bring half of the {goal}"
    if everybody <= 2 or halved == everybody:
        finding = f"{_many(everybody, dossier)} should bring the {goal}"
    best = sorted(dossier.creators, key=lambda one: -float(brought.get(one.key, 0.0)))[:_MOST]
    points = [Point(f"{one.called} · {one.work}", (*one.why, *one.unknown, "")[0]) for one in best]
    if everybody > len(best):
        points.append(Point(f"And {everybody - len(best)} more", "each with reasons of its own."))
    numbers = [_whose(number, one) for one in best for number in _behind(one)]
    count = _among(dossier, f"Bring half of the {goal} together", halved, len(best))
    return _step(dossier, "who", "Who and why", finding, points, [count, *numbers])


def _audience(dossier: Dossier) -> Step:
    seen = [one for one in dossier.creators if one.audience]
    everybody = len(dossier.creators)
    if not seen:
        finding = f"Nobody has looked at the audiences of these {everybody} creators yet"
        points = [
            Point("Unknown is not bad", "It lowers nobody's place in this plan."),
            Point(
                "What would tell", "Fifty follower profiles or the comments of a few posts each."
            ),
        ]
        known = [dossier.numbers.get("creators_count")]
        return _step(dossier, "audience", "Audience check", finding, points, known)
    finding = f"{len(seen)} of {everybody} audiences have been looked at"
    points = [Point(one.called, " ".join(one.audience)) for one in seen[:_MOST]]
    if len(seen) > _MOST:
        points.append(Point(f"And {len(seen) - _MOST} more", "looked at in the same way."))
    if everybody > len(seen):
        left = f"{everybody - len(seen)} not looked at yet"
        points.append(Point(left, "That speaks neither for nor against them."))
    keys = ("audience", "conversation")
    numbers = [
        _whose(number, one)
        for one in seen[:_MOST]
        for key in keys
        if (number := one.numbers.get(key)) is not None
    ]
    count = _among(dossier, "Audiences looked at", len(seen), min(len(seen), _MOST))
    return _step(dossier, "audience", "Audience check", finding, points, [count, *numbers])


def _overlap(dossier: Dossier) -> Step:
    writing, picture = dossier.writing, dossier.pictures.get("overlap")
    people, seen = (dossier.numbers.get(key) for key in ("different_people", "people_reached"))
    if picture is not None:
        return _step(dossier, "overlap", "Overlap", picture.title, [], [people], picture)
    if people is None or people.estimate.value is None:
        finding = "How many different people the plan reaches is not known yet"
        points = [
            Point("What would tell", "Follower lists, or how many people a post is shown to.")
        ]
        return _step(dossier, "overlap", "Overlap", finding, points, [])
    finding = f"About {_about(people, writing)} different people should see it"
    points = [Point("Different people", _expected(people, writing))]
    if seen is not None and seen.estimate.value is not None:
        times = f"about {_about(seen, writing)}; who sees it twice counts twice."
        points.append(Point("Times seen", times))
    points.append(Point("How people were counted", people.note))
    return _step(dossier, "overlap", "Overlap", finding, points, [people, seen])


def _plan(dossier: Dossier) -> Step:
    writing, result = dossier.writing, _result(dossier)
    chance, gap = (dossier.numbers.get(key) for key in ("goal_chance", "gap"))
    points = [Point(dossier.goal, _expected(result, writing))] if result else []
    if chance is not None and chance.estimate.value is not None:
        points.append(Point(chance.metric.label, writing.share(chance.estimate.value, 0)))
    if gap is not None and gap.note:
        points.append(Point("The best there is", gap.note))
    odds = dossier.pictures.get("odds")
    shown = [] if odds else points
    known = [result, chance, dossier.numbers.get("creators_count"), None if odds else gap]
    return _step(dossier, "plan", "Plan and odds", dossier.finding, shown, known, odds)


def _measures(dossier: Dossier) -> Step:
    result, goal = _result(dossier), dossier.goal.lower()
    finding = f"We will measure the {goal} of every creator"
    if result is not None and result.estimate.low is not None:
        low, high = (
            _short(end, result, dossier.writing)
            for end in (result.estimate.low, result.estimate.high)
        )
        finding = f"We will measure the {goal}: the plan holds from {low} to {high}"
    points = [Point(*_split(sentence)) for sentence in dossier.measures]
    return _step(dossier, "measures", "What we will measure", finding, points, [result])


def _behind(creator: Creator) -> list[Number]:
    """The numbers of the sentences about a creator: standing, and what the work brings."""
    standing = creator.numbers.get("standing")
    return [creator.brings] if standing is None else [standing, creator.brings]


def _whose(number: Number, creator: Creator) -> Number:
    """The same number with the creator and the work among its inputs."""
    return replace(number, inputs=(Input(creator.called, creator.work), *number.inputs))


def _among(dossier: Dossier, what: str, some: int, shown: int) -> Number | None:
    """How many there are, with how many of them are meant, shown, and not."""
    number, count = dossier.numbers.get("creators_count"), dossier.writing.number
    if number is None:
        return None
    everybody = len(dossier.creators)
    said = (
        Input(what, f"{count(some)} of {count(everybody)}; {count(everybody - some)} not"),
        Input("Shown on this screen", f"{count(shown)}; {count(everybody - shown)} more"),
    )
    return replace(number, inputs=(*number.inputs, *said))


def _step(
    dossier: Dossier,
    key: str,
    name: str,
    finding: str,
    points: Iterable[Point],
    numbers: Iterable[Number | None],
    picture: Picture | None = None,
) -> Step:
    known = (number for number in numbers if number is not None)
    return Step(
        key=key,
        name=name,
        finding=finding.rstrip("."),
        points=tuple(points),
        picture=picture,
        numbers=tuple(number for number in known if number.estimate.value is not None),
        as_of=dossier.as_of,
        sample=dossier.sample,
    )


def _result(dossier: Dossier) -> Number | None:
    """The number that the plan is after."""
    return next((n for n in dossier.numbers.values() if n.metric.label == dossier.goal), None)


def _counted(dossier: Dossier, key: str) -> str:
    number = dossier.numbers.get(key)
    if number is None or number.estimate.value is None:
        return ""
    count = dossier.writing.number(number.estimate.value)
    return f"{count} {number.metric.label.lower()}"


def _many(count: int, dossier: Dossier) -> str:
    return f"{dossier.writing.number(count)} creator{'' if count == 1 else 's'}"


def _expected(number: Number, writing: Writing) -> str:
    value, span = writing.value(number.estimate.value, number.metric.unit), _span(number, writing)
    return f"{value} expected; 8 in 10 chance of {span}." if span else f"{value} expected."


def _span(number: Number, writing: Writing) -> str:
    low, high = number.estimate.low, number.estimate.high
    return "" if low is None or high is None else writing.span(low, high, number.metric.unit)


def _about(number: Number, writing: Writing) -> str:
    return _short(number.estimate.value, number, writing)


def _short(value: float | None, number: Number, writing: Writing) -> str:
    """Two figures that matter: more would pretend to know."""
    return writing.value(None if value is None else float(f"{value:.2g}"), number.metric.unit)


def _split(sentence: str) -> tuple[str, str]:
    """The part before the first comma, and the rest."""
    lead, comma, rest = sentence.partition(", ")
    return (lead, rest) if comma else (sentence, "")

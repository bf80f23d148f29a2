"""The plan as slides, in the order in which it is told in a room."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final, TypeVar

from core.exports import renderings, wording
from core.exports.deck import ACROSS, LEFT, LOWEST, TOP, Deck, short
from core.exports.dossier import SAMPLE, Creator, Dossier, Picture

_CHART: Final = 760  # px across
_SCALE: Final = 2.5
_ON_A_SLIDE: Final = 6  # creators, each of up to three lines
_IN_A_PICTURE: Final = 10
_SOURCES: Final = 330  # pt of height for the sources of one slide
_ACROSS: Final = 105  # letters of them in a line
_TILES: Final = 6

Each = TypeVar("Each")


def pptx(dossier: Dossier) -> bytes:
    """The presentation, 16:9: every word can be edited, charts are pictures with alt text."""
    foot = wording.made(dossier)
    foot = f"{SAMPLE} {foot}" if dossier.sample else foot
    deck = Deck(dossier.brand.colour, foot, dossier.title)
    _cover(deck, dossier)
    _goal(deck, dossier)
    if "lines" in dossier.pictures:
        _lines(deck, dossier)
    for number, some in enumerate(_by(dossier.creators, _ON_A_SLIDE)):
        _creators(deck, dossier, some, number)
    _people(deck, dossier)
    for name in ("odds", "frontier"):
        if name in dossier.pictures:
            _picture(deck, dossier.pictures[name])
    deck.slide("What we will measure")
    deck.text(dossier.measures, LEFT, TOP + 0.3, ACROSS, 4, 24, bullets=True)
    _sources(deck, dossier)
    return deck.content()


def _cover(deck: Deck, dossier: Dossier) -> None:
    deck.slide(dossier.title, 46, 2.1, 1.35)
    if dossier.brand.logo:
        deck.logo(dossier.brand.logo, dossier.brand.name or "Logo")
    elif dossier.brand.name:
        deck.text(
            [short(dossier.brand.name, 60)], LEFT, 1.6, ACROSS, 0.5, 20, deck.accent, bold=True
        )
    deck.text([dossier.finding], LEFT, 3.65, 10.5, 1.6, 24)
    if dossier.sample:
        deck.text([SAMPLE], LEFT, 5.6, ACROSS, 0.5, 18, "#8a3d00", bold=True)


def _goal(deck: Deck, dossier: Dossier) -> None:
    deck.slide(f"The goal: {dossier.aim[:1].lower()}{dossier.aim[1:].rstrip('.')}")
    shown, places = dossier.headline[:_TILES], wording.places(dossier)
    for at, number in enumerate(shown):
        below = wording.span(number, dossier.writing) or number.metric.sentence
        below = f"{short(below, 110)} {wording.footnotes(number, places)}"
        value = wording.value(number, dossier.writing)
        place = LEFT + 0.1 + at % 3 * 3.98, TOP + 0.2 + at // 3 * 2.45
        deck.tile(number.metric.label, value, below, *place)
    if dossier.hashtags:
        deck.text([wording.hashtags(dossier)], LEFT, TOP + 4.98, ACROSS, 0.35, 14)
    deck.notes([f"{each.metric.label}: {each.metric.formula}. {each.working}" for each in shown])


def _lines(deck: Deck, dossier: Dossier) -> None:
    first = renderings.first(dossier.pictures["lines"], _IN_A_PICTURE)
    deck.slide(first.title)
    deck.picture(renderings.png(first, _CHART, _SCALE), first.alt)


def _creators(deck: Deck, dossier: Dossier, some: Sequence[Creator], number: int) -> None:
    deck.slide("Who, and why" if number == 0 else "Who, and why, continued")
    head = ["Creator", "Work", dossier.goal, *(["Fee"] if dossier.fees else []), "Why"]
    widths = [2.6, 1.9, 2.2, *([1.1] if dossier.fees else []), 4.1 if dossier.fees else 5.2]
    deck.table([head, *(_row(each, dossier) for each in some)], widths, "The creators of the plan")
    deck.notes([_note(each) for each in some])


def _row(creator: Creator, dossier: Dossier) -> list[str]:
    writing = dossier.writing
    range_ = wording.span(creator.brings, writing).removeprefix("8 in 10: ")
    brings = wording.value(creator.brings, writing) + (f" ({range_})" if range_ else "")
    brings = f"{brings} {wording.footnotes(creator.brings, wording.places(dossier))}".strip()
    fee = [_fee(creator, dossier)] if dossier.fees else []
    why = creator.why[0] if creator.why else "Little is known yet."
    handle = f"{short(creator.called, 26)} · {creator.platform}"
    return [handle, creator.work, brings, *fee, short(why, 95)]


def _fee(creator: Creator, dossier: Dossier) -> str:
    if creator.fee is None:
        return ""
    marks = wording.footnotes(creator.fee, wording.places(dossier))
    return f"{wording.value(creator.fee, dossier.writing)} {marks}".strip()


def _note(creator: Creator) -> str:
    unknown = f" Not known yet: {', '.join(creator.unknown)}." if creator.unknown else ""
    return f"{creator.called}: {' '.join((*creator.why, *creator.audience))}{unknown}"


def _people(deck: Deck, dossier: Dossier) -> None:
    """How many different people, where that is known or lists were counted."""
    number, drawn = dossier.numbers.get("different_people"), dossier.pictures.get("overlap")
    if number is None or number.estimate.value is None:
        if drawn:
            _picture(deck, drawn)
        return
    value, span = (each(number, dossier.writing) for each in (wording.value, wording.span))
    deck.slide(f"{value} different people should see it")
    said = [f"{span}." if span else "", number.metric.sentence, number.note]
    deck.text([each for each in said if each], LEFT, TOP + 0.1, ACROSS, 1.5, 18)
    if drawn:
        deck.picture(renderings.png(drawn, _CHART, _SCALE), drawn.alt, top=3.2)


def _picture(deck: Deck, picture: Picture) -> None:
    deck.slide(picture.title)
    if picture.more:
        deck.text([picture.more], LEFT, TOP, ACROSS, 0.8, 18)
    top = TOP + 0.9 if picture.more else TOP
    deck.picture(renderings.png(picture, _CHART, _SCALE), picture.alt, top)


def _by(every: Sequence[Each], most: int) -> Iterator[Sequence[Each]]:
    """Parts of at most so many, as even as can be: no slide for the one that is left over."""
    parts = ceil(len(every) / most)
    for at in range(parts):
        yield every[len(every) * at // parts : len(every) * (at + 1) // parts]


def _filling(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Parts of as many lines as one slide has room for."""
    some: list[str] = []
    room = _SOURCES
    for line in lines:
        tall = ceil(len(line) / _ACROSS) * 17 + 8
        if some and tall > room:
            yield some
            some, room = [], _SOURCES
        some.append(line)
        room -= tall
    if some:
        yield some


def _sources(deck: Deck, dossier: Dossier) -> None:
    writing = dossier.writing
    brought = [f"{f.label}, {f.text}, as of {writing.day(f.as_of)}" for f in dossier.files]
    published = [
        f"{at}  {s.citation}. {s.url}".strip() for at, s in enumerate(dossier.sources, start=1)
    ]
    told = [short(line, 240) for line in (*brought, *published)]
    for some in _filling(told):
        deck.slide("What this rests on")
        deck.text(some, LEFT, TOP + 0.1, ACROSS, 4.6, 14)
        deck.text([wording.RANGES], LEFT, LOWEST - 0.2, ACROSS, 0.4, 14, "#5a616b")

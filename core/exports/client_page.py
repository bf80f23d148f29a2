"""The client's file: one HTML page that needs nothing else and asks nobody anything.

Its policy forbids every request; it runs one script, named by its hash. Charts are drawn here and
lie in it as SVG, so they are there on phones that show attachments without running scripts.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from core.exports import drawings, hues, wording
from core.exports.dossier import SAMPLE, Brand, Dossier
from core.metrics import Number

_FOLDER: Final = Path(__file__).with_name("templates")
_PAPER: Final = "#ffffff"
_NIGHT: Final = "#1e2329"  # the lighter of the two dark grounds
_STEPS: Final = 100


@dataclass(frozen=True, slots=True)
class _Told:
    """One number in words."""

    label: str
    value: str
    span: str
    sentence: str
    note: str
    marks: tuple[int, ...]


def html(dossier: Dossier) -> bytes:
    """The whole file."""
    style = Markup(_templates().get_template("client.css").render(_look(dossier.brand)))  # noqa: S704
    script = _script()
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; "
        f"script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    page = _templates().get_template("client.html")
    return page.render(
        dossier=dossier,
        policy=policy,
        style=style,
        script=script,
        sample=SAMPLE,
        logo=_inside(dossier.brand.logo),
        made=wording.made(dossier),
        ranges=wording.RANGES,
        **_contents(dossier),
    ).encode("utf-8", "replace")


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


@cache
def _script() -> Markup:
    return Markup((_FOLDER / "client.js").read_text("utf-8"))  # noqa: S704


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _inside(logo: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(logo).decode()}" if logo else ""


def _look(brand: Brand) -> dict[str, str]:
    solid = hues.readable(brand.colour, _PAPER, hues.MARKS)
    solid_dark = hues.readable(brand.colour, _NIGHT, hues.MARKS)
    return {
        "accent": hues.readable(brand.colour, "#f5f6f8"),
        "solid": solid,
        "on_solid": hues.on(solid),
        "accent_dark": hues.readable(brand.colour, _NIGHT),
        "solid_dark": solid_dark,
        "on_solid_dark": hues.on(solid_dark),
    }


def _contents(dossier: Dossier) -> dict[str, Any]:
    writing, places = dossier.writing, wording.places(dossier)

    def told(number: Number) -> _Told:
        words = wording.value(number, writing), wording.span(number, writing)
        marks = wording.marks(number, places)
        return _Told(number.metric.label, *words, number.metric.sentence, number.note, marks)

    def picture(name: str) -> Markup:
        found = dossier.pictures.get(name)
        return drawings.figure(name, found, writing) if found else Markup("")

    different = dossier.numbers.get("different_people")
    known = different is not None and different.estimate.value is not None
    return {
        "headline": [told(number) for number in dossier.headline],
        "creators": [_creator(each, told) for each in dossier.creators],
        "different": told(different) if different and known else None,
        "pictures": dossier.pictures,
        "picture": picture,
        "footnotes": _footnotes,
        "files": [
            {"label": each.label, "text": each.text, "day": writing.day(each.as_of)}
            for each in dossier.files
        ],
        "sources": dossier.sources,
        **_slider(dossier),
        "facts": _facts(dossier),
    }


def _creator(creator: Any, told: Any) -> dict[str, Any]:
    fields = ("key", "called", "name", "platform", "url", "work", "why", "audience", "unknown")
    return {
        **{name: getattr(creator, name) for name in fields},
        "numbers": [told(number) for number in creator.numbers.values()],
        "brings": told(creator.brings),
        "fee": told(creator.fee) if creator.fee else None,
    }


def _footnotes(marks: tuple[int, ...]) -> Markup:
    links = (f'<a href="#s{at}" aria-label="Source {at}">{at}</a>' for at in marks)
    return Markup(f"<sup>{' '.join(links)}</sup>" if marks else "")  # noqa: S704


def _slider(dossier: Dossier) -> dict[str, Any]:
    """Where the slider of the odds begins and ends, in steps of a round size."""
    outcomes = dossier.outcomes
    if not outcomes or not outcomes[-1] > 0:
        return {"outcomes": (), "most": 0, "step": 1, "start": 0}
    step = 10 ** max(int(np.floor(np.log10(outcomes[-1] / _STEPS))), 0)
    most = int(np.ceil(outcomes[-1] * 1.05 / step) * step)
    middle = outcomes[len(outcomes) // 2]
    start = dossier.wanted if 0 < dossier.wanted <= most else int(round(middle / step) * step)
    return {"outcomes": outcomes, "most": most, "step": step, "start": start}


def _facts(dossier: Dossier) -> Markup:
    """What the script knows, as JSON that cannot end the element it lies in."""
    writing = dossier.writing
    place = {each.key: f"c{at}" for at, each in enumerate(dossier.creators, start=1)}
    drawn = dossier.pictures.get("lines")
    rows = drawn.spec["datasets"]["rows"] if drawn else []
    said = {each.key: _spoken(each, dossier) for each in dossier.creators}
    facts = {
        "number": dossier.number,
        "title": dossier.title,
        "name": f"reply-{wording.stem(dossier)}.json",
        "goal": dossier.goal.lower(),
        "language": writing.locale.replace("_", "-"),
        "outcomes": dossier.outcomes,
        "places": [place.get(row.get("creator"), "") for row in rows],
        "marks": {
            "lines": [said.get(row.get("creator"), "") for row in rows],
            "odds": [f"{writing.number(each)} {dossier.goal.lower()}" for each in dossier.outcomes],
        },
    }
    words = json.dumps(facts, ensure_ascii=False)
    for sign in "<>&":
        words = words.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(words)  # noqa: S704


def _spoken(creator: Any, dossier: Dossier) -> str:
    value, span = (each(creator.brings, dossier.writing) for each in (wording.value, wording.span))
    fee = f"; {wording.value(creator.fee, dossier.writing)}" if creator.fee else ""
    return f"{creator.called}: {value} {dossier.goal.lower()} ({span}), {creator.work}{fee}"

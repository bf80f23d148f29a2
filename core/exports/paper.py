"""The plan, and the vetting records, as PDF: set in real type, tagged for screen readers.

Every word goes to the typesetter as data, never as markup. Its own face covers Latin, Greek and
Cyrillic; other scripts are set in a face of this computer's, where it has one.
"""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from core.exports import hues, renderings, vetting, wording
from core.exports.dossier import SAMPLE, Creator, Dossier, Picture
from core.locale import Writing

_FOLDER: Final = Path(__file__).with_name("templates")
_ACROSS: Final = 720  # px of a picture
_PAPER: Final = 166  # mm of it on paper
_IN_A_PICTURE: Final = 9
_TILES: Final = 6
_SIZE: Final = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
_FACE: Final = 'font-family="Libertinus Serif"'


def plan(dossier: Dossier) -> bytes:
    """The plan on A4."""
    told = {
        **_head(dossier.title, dossier),
        "finding": dossier.finding,
        "aim": dossier.aim,
        "hashtags": wording.hashtags(dossier),
        "ranges": wording.RANGES,
        "tiles": _tiles(dossier),
        "before": [
            _picture(renderings.first(each, _IN_A_PICTURE)) for each in _named(dossier, "lines")
        ],
        "after": [_picture(each) for each in _named(dossier, "odds", "overlap", "frontier")],
        "creators": _creators(dossier),
        "different": _different(dossier),
        "measures": dossier.measures,
        "files": _files(dossier),
        "sources": _published(dossier),
    }
    return _set("plan.typ", told, dossier.made_at)


def records(pages: Sequence[vetting.Page], dossier: Dossier) -> bytes:
    """The vetting records of the creators of a plan, with what all rests on."""
    whose = f" for {dossier.brand.name}" if dossier.brand.name else ""
    told = {
        **_head(f"Vetting record{whose}", dossier),
        "records": [_record(page, dossier.writing) for page in pages],
        "files": _files(dossier),
        "sources": _published(dossier),
    }
    return _set("record.typ", told, dossier.made_at)


def _set(template: str, told: Mapping[str, Any], made_at: datetime) -> bytes:
    import typst  # 80 MB: only where a PDF is asked for

    words = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode()
    source = _template("look.typ") + _template(template)
    how: dict[str, Any] = {"format": "pdf", "timestamp": int(made_at.timestamp())}
    how["sys_inputs"] = {"told": words}
    try:
        made: bytes = typst.compile(source, pdf_standards=["ua-1"], **how)
    except typst.TypstError:  # a letter that no face here has: PDF/UA allows no empty boxes
        made = typst.compile(source, **how)
    return made


@cache
def _template(name: str) -> bytes:
    return (_FOLDER / name).read_bytes() + b"\n"


def _head(title: str, dossier: Dossier) -> dict[str, str]:
    brand = dossier.brand
    return {
        "title": title,
        "brand": brand.name,
        "accent": hues.readable(brand.colour, "#ffffff"),
        "logo": _logo(brand.logo),
        "logo_alt": brand.name or "Logo",
        "made": wording.made(dossier),
        "sample": SAMPLE if dossier.sample else "",
    }


def _files(dossier: Dossier) -> list[str]:
    writing = dossier.writing
    return [f"{f.label}, {f.text}, as of {writing.day(f.as_of)}" for f in dossier.files]


def _published(dossier: Dossier) -> list[str]:
    return [f"{s.citation}. {s.note} {s.url}".strip() for s in dossier.sources]


def _logo(png: bytes) -> str:
    """The logo inside of a drawing, since only words can be handed over."""
    if not png:
        return ""
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    inside = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}">'
        f'<image href="data:image/png;base64,{inside}" width="{wide}" height="{high}"/></svg>'
    )


def _tiles(dossier: Dossier) -> list[dict[str, str]]:
    writing, places = dossier.writing, wording.places(dossier)
    return [
        {
            "label": each.metric.label,
            "value": wording.value(each, writing),
            "marks": wording.footnotes(each, places),
            "below": wording.span(each, writing) or each.metric.sentence,
        }
        for each in dossier.headline[:_TILES]
    ]


def _named(dossier: Dossier, *names: str) -> list[Picture]:
    return [dossier.pictures[name] for name in names if name in dossier.pictures]


def _picture(picture: Picture) -> dict[str, Any]:
    drawn = renderings.svg(picture, _ACROSS)
    words = re.sub(r'font-family="[^"]*"', _FACE, drawn)
    wide, high = (float(size) for size in _SIZE.findall(drawn)[0])
    tall = _PAPER * high / wide
    return {
        "title": picture.title,
        "alt": picture.alt,
        "more": picture.more,
        "svg": words,
        "tall": tall,
    }


def _creators(dossier: Dossier) -> list[dict[str, Any]]:
    places = wording.places(dossier)
    return [_creator(each, dossier, places) for each in dossier.creators]


def _creator(creator: Creator, dossier: Dossier, places: Mapping[str, int]) -> dict[str, Any]:
    writing = dossier.writing
    who = " · ".join(part for part in (creator.name, creator.platform, creator.work) if part)
    unknown = f"Not known yet: {', '.join(creator.unknown).lower()}." if creator.unknown else ""
    return {
        "handle": creator.called,
        "who": who,
        "brings": f"{wording.value(creator.brings, writing)} {dossier.goal.lower()}",
        "range": wording.span(creator.brings, writing),
        "marks": wording.footnotes(creator.brings, places),
        "fee": wording.value(creator.fee, writing) if creator.fee else "",
        "fee_marks": wording.footnotes(creator.fee, places) if creator.fee else "",
        "why": [*creator.why, *creator.audience],
        "unknown": unknown,
    }


def _different(dossier: Dossier) -> str:
    number = dossier.numbers.get("different_people")
    if number is None or number.estimate.value is None:
        return ""
    value, span = (each(number, dossier.writing) for each in (wording.value, wording.span))
    return f"{value}{f' ({span})' if span else ''}. {number.metric.sentence} {number.note}"


def _record(page: vetting.Page, writing: Writing) -> dict[str, Any]:
    told = vetting.parts(page, writing)
    parts = [{"title": title, "lines": lines} for title, lines in told if lines]
    return {"handle": f"@{page.handle}", "rows": vetting.checklist(page, writing), "parts": parts}

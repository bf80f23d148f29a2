"""Slides in one calm look: a real title, texts that stay editable, pictures with their words."""

import io
from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from core.exports import hues

INK: Final = "#1b2026"
QUIET: Final = "#5a616b"
PANEL: Final = "#f2f4f7"
LEFT: Final = 0.7  # inches, as all places and sizes here
ACROSS: Final = 11.93
TOP: Final = 1.55
LOWEST: Final = 6.75

_WIDE, _HIGH = 13.333, 7.5
_FONT: Final = "Calibri"
_TITLE_ONLY: Final = 5  # of the layouts that the library brings along
_LONGEST: Final = 160
_LEAST: Final = 20  # pt of a title: two lines of it fill its place
_LETTER: Final = 0.7  # width of a bold letter by its size, in the widest of the usual faces
_LINE: Final = 1.2  # height of a line by its size
_MARGIN: Final = 7.2  # pt above and below the words in their place


def short(text: str, letters: int = _LONGEST) -> str:
    """At most so many letters; the cut shows."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


class Deck:
    """A presentation under way; `foot` stands on every slide."""

    def __init__(self, colour: str, foot: str, title: str) -> None:
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Inches(_WIDE), Inches(_HIGH)
        self._deck.core_properties.title = short(title)
        self._deck.core_properties.comments = short(foot)
        self.accent = hues.readable(colour, "#ffffff")
        self._foot = foot
        self._slide: Any = None

    def content(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self._deck.save(made)
        return made.getvalue()

    def slide(self, title: str, size: int = 28, top: float = 0.35, height: float = 1.05) -> None:
        """A new slide with a title in the outline, a rule below it, and the foot."""
        self._slide = self._deck.slides.add_slide(self._deck.slide_layouts[_TITLE_ONLY])
        shape = self._slide.shapes.title
        shape.left, shape.top = Inches(LEFT), Inches(top)
        shape.width, shape.height = Inches(ACROSS), Inches(height)
        told = short(title, 110)
        self._write(shape.text_frame, [told], _fitting(told, size, height), INK, bold=True)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        self._box(LEFT + 0.1, top + height + 0.03, 1.2, 0.05, self.accent)
        number = f"{len(self._deck.slides)}"
        self.text([self._foot], LEFT, 7.0, ACROSS - 0.8, 0.3, 11, QUIET)
        self.text([number], LEFT + ACROSS - 0.8, 7.0, 0.8, 0.3, 11, QUIET)

    def text(
        self,
        lines: Sequence[str],
        left: float,
        top: float,
        width: float,
        height: float,
        size: int = 18,
        colour: str = INK,
        *,
        bold: bool = False,
        bullets: bool = False,
    ) -> None:
        """Paragraphs in a box of their own."""
        place = (Inches(each) for each in (left, top, width, height))
        frame = self._slide.shapes.add_textbox(*place).text_frame
        told = [f"•  {line}" for line in lines] if bullets else lines
        self._write(frame, told, size, colour, bold=bold, space=8 if len(lines) > 1 else 0)

    def tile(self, label: str, value: str, below: str, left: float, top: float) -> None:
        """One number on a quiet panel."""
        self._box(left, top, 3.85, 2.3, PANEL)
        self.text([label], left + 0.2, top + 0.15, 3.45, 0.4, 16, INK, bold=True)
        self.text([value], left + 0.2, top + 0.55, 3.45, 0.8, 36, self.accent, bold=True)
        self.text([short(below, 130)], left + 0.2, top + 1.4, 3.45, 0.8, 14, QUIET)

    def picture(self, png: bytes, alt: str, top: float = TOP, most: float = LOWEST) -> None:
        """A picture as large as its place allows, with words for those who cannot see it."""
        drawn = self._slide.shapes.add_picture(io.BytesIO(png), Inches(LEFT), Inches(top))
        scale = min(Inches(ACROSS) / drawn.width, Inches(most - top) / drawn.height)
        drawn.width, drawn.height = Emu(int(drawn.width * scale)), Emu(int(drawn.height * scale))
        drawn.left = Inches(LEFT) + Emu(int((Inches(ACROSS) - drawn.width) / 2))
        drawn._element.nvPicPr.cNvPr.set("descr", alt)

    def logo(self, png: bytes, alt: str) -> None:
        """The logo at the top of the slide."""
        drawn = self._slide.shapes.add_picture(io.BytesIO(png), Inches(LEFT + 0.1), Inches(0.8))
        scale = min(Inches(3) / drawn.width, Inches(1) / drawn.height)
        drawn.width, drawn.height = Emu(int(drawn.width * scale)), Emu(int(drawn.height * scale))
        drawn._element.nvPicPr.cNvPr.set("descr", alt)

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], about: str) -> None:
        """A table that can be edited; the first row is its heading."""
        place = (Inches(LEFT), Inches(TOP + 0.15), Inches(sum(widths)), Inches(0.5 * len(rows)))
        framed = self._slide.shapes.add_table(len(rows), len(widths), *place)
        framed._element.nvGraphicFramePr.cNvPr.set("descr", about)
        table = framed.table
        table.horz_banding = False
        for at, width in enumerate(widths):
            table.columns[at].width = Inches(width)
        for row, cells in enumerate(rows):
            for at, words in enumerate(cells):
                self._cell(table.cell(row, at), words, row, at)

    def notes(self, lines: Sequence[str]) -> None:
        """What the speaker sees."""
        self._slide.notes_slide.notes_text_frame.text = "\n".join(lines)

    def _cell(self, cell: Any, words: str, row: int, at: int) -> None:
        cell.margin_top = cell.margin_bottom = Inches(0.06)
        cell.fill.solid()
        cell.fill.fore_color.rgb = _rgb(self.accent if row == 0 else ("#ffffff", PANEL)[row % 2])
        colour = hues.on(self.accent) if row == 0 else INK
        self._write(cell.text_frame, [words], 13, colour, bold=row == 0 or at == 0)

    def _box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        place = (Inches(each) for each in (left, top, width, height))
        box = self._slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
        box.fill.solid()
        box.fill.fore_color.rgb = _rgb(colour)
        box.line.fill.background()
        box.shadow.inherit = False
        box._element.nvSpPr.cNvPr.set("descr", "")

    def _write(
        self,
        frame: Any,
        lines: Sequence[str],
        size: int,
        colour: str,
        *,
        bold: bool,
        space: int = 0,
    ) -> None:
        frame.word_wrap = True
        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.alignment = 1  # left
            paragraph.space_after = Pt(space)
            run = paragraph.add_run()
            run.text = _plain(line)
            run.font.name, run.font.size, run.font.bold = _FONT, Pt(size), bold
            run.font.color.rgb = _rgb(colour)


def _fitting(title: str, size: int, height: float) -> int:
    """The largest size up to `size` at which the title stays in its place, also where another face
    stands in for ours; not below _LEAST.
    """

    def tall(points: int) -> float:
        lines = ceil(_LETTER * points * max(len(title), 1) / ((ACROSS - 0.2) * 72))
        return lines * points * _LINE + _MARGIN

    sizes = range(size, _LEAST, -1)
    return next((each for each in sizes if tall(each) <= height * 72), _LEAST)


def _plain(text: str) -> str:
    """Without the signs that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and sign != "\x7f"))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())

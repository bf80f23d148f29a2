"""Counts and rates as people and platforms write them: 3.3k, 1,2 Mio., 12'345, 123.4万, 1.39 %.

One mark alone cannot say whether `1.234` is a thousand or one and a bit, so the whole column
decides: what other cells prove about its marks, else three digits after a mark are thousands.
"""

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.readers import decimals, digits, gaps
from core.readers import texts as cells
from core.readers.texts import matches

# Not CLDR's: its short forms contradict each other between languages ("mil" is a thousand in
# Spanish and a million in Czech, "B" a thousand in Turkish). These are the ones met in files.
with Path(__file__).with_name("units.csv").open(encoding="utf-8", newline="") as lines:
    _UNITS: Final = {row["unit"]: float(row["size"]) for row in csv.DictReader(lines)}
_TEXT: Final = pa.large_string()
_NAMES: Final = pa.array(["", *_UNITS], _TEXT)
_POWERS: Final = pa.array(["", *(f"e{math.log10(size):.0f}" for size in _UNITS.values())], _TEXT)
_COMMA_UNITS: Final = ("tsd", "mio", "mrd", "mil", "mi", "mln", "mld", "md", "тыс", "млн", "млрд")
_SHAPE: Final = (
    r"^(?P<sign>[-+]?)\s*(?P<digits>\d[\d.,' _]*|[.,]\d+)(?P<exponent>e[-+]?\d{1,3})?"
    r"\s*(?P<unit>\pL*(?:\pM\pL*)*)\.?$"
)
_COUNTED: Final = (
    r"(?:\s+(?:followers?|subscribers?|subs|likes?|views?|comments?|posts?|fans?|abonnenten|"
    r"abonnés|seguidores|volgers|takipçi|pengikut|följare|obserwujących|подписчик\pL*|"
    r"підписник\pL*|متابع|people)|\s*(?:人|명|名|位))"
)
# Thousands beyond doubt: several groups, or a group and the other mark behind it (comma, dot).
_GROUPED: Final = (
    r"^\d{1,3}(?:(?:,\d{2,3})+,\d{3}(?:\.\d*)?|,\d{3}\.\d*)$",
    r"^\d{1,3}(?:(?:\.\d{3})+\.\d{3}(?:,\d*)?|\.\d{3},\d*)$",
)
_LOOKED_AT: Final = 200  # cells, to see whether a column may be of plain numbers
_MOST_USUAL: Final = 0.2  # a fraction above which a median rate of engagement is none
_PLAIN: Final = r"^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,2})?$"
_UNSURE: Final = r"^[-+]?[1-9]\d{0,2}\.\d{3}$"


@dataclass(frozen=True, slots=True)
class _Column:
    """The cells of one column taken apart, and what its marks turned out to mean."""

    sign: pa.Array
    digits: pa.Array
    exponent: pa.Array
    unit: pa.Array
    comma_decimal: pa.Array  # a boolean a cell
    dot_decimal: pa.Array
    guessed: bool


def missing(texts: pd.Series) -> pd.Series:
    """True where the cell says that there is no value (empty, N/A, --, null, #VALUE! …)."""
    none = [gaps.missing(piece) for piece in cells.pieces(texts)]
    return pd.Series(np.concatenate(none), index=texts.index, copy=False)


def parse(texts: pd.Series) -> pd.Series:
    """The numbers as float64, NaN where a cell holds none; a percent sign is passed over.

    `1.39%` gives 1.39: whether a rate is in percent is for `fractions` to say.
    """
    plain = _plain(texts)
    if plain is not None:
        return plain
    # Of most columns few values differ: each is worked out once.
    distinct, places = cells.distinct(texts)
    tidy = cells.tidy(distinct)
    simple = _blank(tidy) if _all_plain(tidy) else _simple(tidy)
    values = _float(simple) if _all_plain(simple) else _value(_column(simple))
    found = values.to_numpy(zero_copy_only=False)[places]
    return pd.Series(found, index=texts.index, copy=False)


def guessed(texts: pd.Series) -> bool:
    """Whether some cells (`1.234`, `12,345`) could mean two numbers and nothing in the column
    decides.
    """
    if not cells.is_coded(texts) and all(map(decimals.of_digits, cells.pieces(texts))):
        return False
    tidy = cells.tidy(cells.distinct(texts)[0])
    return not _all_plain(tidy) and _column(_simple(tidy)).guessed


def with_decimals(texts: pd.Series) -> pd.Series:
    """The cells, those like `1.234` written so that the mark can only stand before decimals."""
    distinct, places = cells.distinct(texts)
    shown = pc.replace_substring_regex(cells.tidy(distinct), f"^({_UNSURE[1:-1]})$", r"\10")
    return cells.spread(shown, places, texts.index)


def percent_scale(
    texts: pd.Series, expected: pd.Series | None = None, values: pd.Series | None = None
) -> tuple[float, str | None]:
    """What a rate column is multiplied by to become a fraction, and the assumption made, if one
    was.

    Percent signs decide; then the rates recomputed from likes and comments (`expected`), then
    the size: above 1 it can only be percent; all below 1 is taken as a fraction, unless most would
    be rates that no list of accounts has, and said so.
    `values` are the parsed texts, where the caller has them already.
    """
    values = parse(texts) if values is None else values
    if cells.holds(texts, "%") or values.isna().all():
        return 0.01, None
    if expected is not None:
        ratio = np.log10((values / expected).where((values > 0) & (expected > 0))).dropna()
        if len(ratio) >= 3:
            return (0.01 if abs(ratio.median() - 2) < abs(ratio.median()) else 1.0), None
    if values.abs().quantile(0.9) > 1:
        return 0.01, None
    if values.max() > 1:
        return 0.01, "most values are below 1 and some above it, so they are taken as percent"
    if values.abs().median() > _MOST_USUAL:
        return 0.01, "no account has a rate of 20 % and more as a rule, so 0.5 is taken as 0.5 %"
    return 1.0, "no value is above 1 and none has a percent sign, so 0.05 is taken as 5 %"


def fractions(texts: pd.Series, expected: pd.Series | None = None) -> pd.Series:
    """Rates as fractions (1.39 % is 0.0139), percent or fraction decided for the whole column."""
    scale, _ = percent_scale(texts, expected)
    return parse(texts) * scale


def _plain(texts: pd.Series) -> pd.Series | None:
    """The numbers of a column that is not coded and holds plain ones only; None of any other."""
    pieces = [] if cells.is_coded(texts) else cells.pieces(texts)
    if not pieces or decimals.values(pieces[0][:_LOOKED_AT]) is None:
        return None
    found = cells.on_every_core(decimals.values, pieces)
    known = [part for part in found if part is not None]
    if len(known) < len(found):
        return None
    return pd.Series(np.concatenate(known), index=texts.index, copy=False)


def _all_plain(tidy: pa.Array) -> bool:
    plain = pc.or_(gaps.known(tidy), matches(tidy, _PLAIN))
    return bool(pc.all(plain).as_py() is not False) and not pc.any(matches(tidy, _UNSURE)).as_py()


def _blank(tidy: pa.Array) -> pa.Array:
    return pc.if_else(gaps.known(tidy), pa.scalar(None, pa.large_string()), tidy)


def _simple(tidy: pa.Array) -> pa.Array:
    """Lower case, one kind of apostrophe and minus, without `>`, `~`, `ca.`, `+` and `%` around."""
    low = digits.western(pc.utf8_lower(_blank(tidy)))
    low = pc.replace_substring_regex(low, "[’ʼ‘`´]", "'")
    low = pc.replace_substring_regex(low, "[−﹣]", "-")
    low = pc.replace_substring_regex(low, r"^(?:[<>≥≤~≈]|ca\.?\s|about\s|over\s|circa\s)+\s*", "")
    low = pc.replace_substring_regex(low, rf"{_COUNTED}$", "")
    return pc.replace_substring_regex(low, r"\s*[+%]+$|^%\s*", "")


def _column(simple: pa.Array) -> _Column:
    """Every cell taken apart, then judged by what all of them prove about their marks."""
    parts = pc.extract_regex(simple, _SHAPE)
    unit = pc.struct_field(parts, "unit")
    # A space, apostrophe or underscore groups thousands; anywhere else the cell is not one number.
    digits = pc.utf8_trim_whitespace(pc.struct_field(parts, "digits"))
    grouped = matches(digits, r"^\d{1,3}(?:[ '_]\d{3})+(?:[.,]\d*)?$")
    digits = pc.if_else(grouped, pc.replace_substring_regex(digits, "[ '_]", ""), digits)
    many = [matches(digits, shape) for shape in _GROUPED]
    one = [matches(digits, r"^\d*,\d*$"), matches(digits, r"^\d*\.\d*$")]
    open_ = [matches(digits, r"^[1-9]\d{0,2},\d{3}$"), matches(digits, r"^[1-9]\d{0,2}\.\d{3}$")]
    bare = pc.fill_null(pc.equal(unit, ""), False)
    comma, dot = _decimal_marks(many, one, open_, bare)
    own_comma = pc.is_in(unit, pa.array(_COMMA_UNITS, pa.large_string()))
    sure = [pc.invert(mask) for mask in open_]
    comma_decimal = pc.and_(one[0], pc.or_(sure[0], pc.or_(own_comma, comma)))
    dot_decimal = pc.and_(one[1], pc.or_(sure[1], pc.or_(pc.invert(bare), dot)))
    proven = comma or dot or _seen(many[0]) or _seen(many[1])
    return _Column(
        sign=pc.struct_field(parts, "sign"),
        digits=_without_nonsense(digits, *many, *one),
        exponent=pc.struct_field(parts, "exponent"),
        unit=unit,
        comma_decimal=pc.or_(comma_decimal, matches(digits, r"\..*,\d*$")),
        dot_decimal=pc.or_(dot_decimal, matches(digits, r",.*\.\d*$")),
        guessed=_seen(open_[1], bare) and not proven,
    )


def _decimal_marks(
    many: list[pa.Array], one: list[pa.Array], open_: list[pa.Array], bare: pa.Array
) -> tuple[bool, bool]:
    """Whether comma and dot stand for the decimal mark, by the cells that prove it."""
    comma_groups, dot_groups = _seen(many[0]), _seen(many[1])
    comma = (_seen(one[0], pc.invert(open_[0])) or dot_groups) and not comma_groups
    beside_comma = _seen(open_[0]) and not comma
    dot = _seen(one[1], pc.invert(open_[1]), bare) or comma_groups or beside_comma
    return comma, dot and not dot_groups


def _seen(*masks: pa.Array) -> bool:
    """Whether some cell is in all of the masks."""
    found = masks[0]
    for mask in masks[1:]:
        found = pc.and_(found, mask)
    return bool(pc.any(found).as_py())


def _without_nonsense(digits: pa.Array, *shapes: pa.Array) -> pa.Array:
    """The digits, null where marks stand as no number has them (`1,2,3`, `12 34`)."""
    good = matches(digits, r"^\d+$")
    for shape in shapes:
        good = pc.or_(good, shape)
    return pc.if_else(good, digits, pa.scalar(None, pa.large_string()))


def _value(column: _Column) -> pa.Array:
    no_commas = pc.replace_substring(column.digits, ",", "")
    no_dots = pc.replace_substring(column.digits, ".", "")
    bare = pc.replace_substring(no_dots, ",", "")
    text = pc.if_else(column.dot_decimal, no_commas, bare)
    text = pc.if_else(column.comma_decimal, pc.replace_substring(no_dots, ",", "."), text)
    text = pc.replace_substring_regex(text, r"^\.", "0.")
    text = pc.replace_substring_regex(text, r"\.$", "")
    # A unit is written as a power, not multiplied with: 32.8 times 1e6 is 32799999.999999996.
    power = pc.take(_POWERS, pc.index_in(column.unit, _NAMES))
    own = pc.fill_null(column.exponent, "")
    both = pc.and_(pc.not_equal(own, ""), pc.not_equal(power, ""))
    sign = pc.replace_substring(column.sign, "+", "")
    shifted = pc.binary_join_element_wise(sign, text, own, power, pa.scalar("", _TEXT))
    number = _float(pc.if_else(both, pa.scalar(None, _TEXT), shifted))
    return pc.if_else(pc.is_finite(number), number, pa.scalar(None, pa.float64()))


def _float(text: pa.Array) -> pa.Array:
    return pc.cast(text, pa.float64())

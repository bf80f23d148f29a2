"""Who works for the product and no fee: said in the place of a price, in a column, or in a note."""

import re
from typing import Final

import pandas as pd

from core.readers import headers, texts
from core.readers.draft import NO, YES, Draft
from core.readers.reading import count

_ONLY: Final = (
    r"(?:gift(?:ed|s|ing)?|product|produce?t[os]?|prodotto|prodotti|pr|produkte?|barter)"
    r"[ -]?(?:only|solo|seulement|alleen|allein)"
)
_PHRASES: Final = (
    rf"{_ONLY}|(?:free )?products? (?:exchange|trade|swap|seeding)|product seeding|"
    r"(?:in (?:exchange|return) )?for (?:the |free )?products?|no fee|without (?:a )?fee|"
    r"(?:nur|gegen) (?:das )?produkte?|produkttausch|ohne honorar|"
    r"(?:seulement (?:le )?|contre (?:le )?|que (?:le )?)produit|produit offert|sans cachet|"
    r"(?:s[oó]lo (?:el )?|a cambio de(?:l)? )producto|sin honorarios|"
    r"(?:solo (?:il )?|in cambio di(?:l)? )prodott[oi]|"
    r"(?:s[oó] (?:o )?|em troca d[eo] )produto|permuta|alleen product"
)
_WORDS: Final = (
    r"gift(?:ed|s|ing)?|(?:free |just )?products?|barter|contra|canje|seeding|"
    r"pr(?: (?:package|list|gift))?|in[ -]kind|geschenk|kostenloses produkt|unpaid"
)
_ZERO: Final = r"(?:[$€£]\s*)?0(?:[.,]0+)?(?:\s*(?:[$€£]|[a-z]{3}))?"
_INSTEAD: Final = re.compile(
    rf"(?:{_ZERO})?[\s(–—-]*(?:{_PHRASES}|{_WORDS})[\s)–—-]*(?:{_ZERO})?\)?", re.IGNORECASE
)
_INSIDE: Final = re.compile(rf"\b(?:{_PHRASES}|gifted|gifting|barter)\b", re.IGNORECASE)
_PAID: Final = re.compile(r"\b(?:paid|fee|plus|and|und|et|y|e)\b|\+|&", re.IGNORECASE)
_NO_FEE: Final = re.compile(r"\b(?:no|without(?: a)?) fee\b|\bunpaid\b", re.IGNORECASE)
_NOTES: Final = re.compile(
    r"notes?|comments?|remarks?|notizen?|bemerkung(?:en)?|anmerkung(?:en)?|kommentare?|notas?|"
    r"remarques?|observa(?:ciones|ções)|opmerking(?:en)?|uwagi|terms?|details"
)
_SAID: Final = (
    "The list says of {} that they get the product and no fee; a plan counts them as gifts."
)


def instead_of_price(cells: pd.Series) -> pd.Series:
    """True where a cell of a column of prices names the product: “gifted”, “0 (product only)”."""
    return texts.once(cells, _named).astype("bool")


def only(draft: Draft, price: pd.Series | None) -> pd.Series | None:
    """True: gets the product and no fee; False: is paid one; null where the list does not say."""
    told: pd.Series | None = None
    for said in (_of_prices(draft), _of_column(draft), _of_notes(draft, price)):
        if said is not None:
            told = said if told is None else told.fillna(said)
    if told is not None and (number := int(told.fillna(False).sum())):
        draft.notes.append(_SAID.format(count(number, "person", "people")))
    return told


def _of_prices(draft: Draft) -> pd.Series | None:
    told = None
    for at in draft.grid.having("price"):
        named = instead_of_price(draft.grid.coded(at))
        if named.any():
            yes = named.astype("boolean").where(named)
            told = yes if told is None else told.fillna(yes)
    return told


def _of_column(draft: Draft) -> pd.Series | None:
    told = None
    for at in draft.grid.having("gift_only"):
        said = texts.once(draft.grid.coded(at), _answered).astype("boolean")
        told = said if told is None else told.fillna(said)
    return told


def _of_notes(draft: Draft, price: pd.Series | None) -> pd.Series | None:
    """A price of 0 beside a remark that speaks of the product."""
    free = None if price is None else price == 0
    if free is None or not free.any():
        return None
    told = pd.Series(False, index=free.index)
    for at, column in enumerate(draft.grid.columns):
        if column.meaning is None and _NOTES.fullmatch(headers.normal(column.name)):
            told |= free & draft.grid.cells(at).map(_speaks)
    return told.astype("boolean").where(told) if told.any() else None


def _named(cells: pd.Series) -> pd.Series:
    return cells.map(lambda cell: bool(_INSTEAD.fullmatch(cell.strip())), na_action=None)


def _answered(cells: pd.Series) -> pd.Series:
    return cells.map(_answer).astype("boolean")


def _answer(cell: str) -> bool | None:
    """What one cell of a column on the kind of pay says."""
    said = cell.strip().casefold()
    if said in YES:
        return True
    if said in NO:
        return False
    return _speaks(cell) or (False if _PAID.search(said) else None)


def _speaks(cell: str) -> bool:
    return bool(_INSTEAD.fullmatch(cell.strip())) or bool(
        _INSIDE.search(cell) and not _PAID.search(_NO_FEE.sub("", cell))
    )

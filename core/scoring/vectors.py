"""Words as directions: near words point the same way. Nothing is fetched, nothing is fitted here.

The weights and the tokenizer come inside the wordllama package (MIT). Only its two files are read:
its own loader looks for the tokenizer in a folder that the package does not have, then asks the
network. https://github.com/dleemiller/WordLlama
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vectors = npt.NDArray[np.float32]
Codes = npt.NDArray[np.intp]

_WIDTH = 256
_AT_ONCE = 8192  # rows that fit a processor's cache
_WEIGHTS = "weights/l2_supercat_256.safetensors"
_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"


def of_words(words: list[str]) -> Vectors:
    """One vector a word (256 columns), the sum over the word's pieces; "" gives zeros."""
    if not words:
        return np.zeros((0, _WIDTH), dtype=np.float32)
    pieces = _tokenizer().encode_batch_fast(words, add_special_tokens=False)
    ids = [piece.ids for piece in pieces]
    lengths = np.fromiter(map(len, ids), dtype=np.intp, count=len(ids))
    flat = np.fromiter((i for piece in ids for i in piece), dtype=np.intp, count=lengths.sum())
    return sums(_table(), flat, np.repeat(np.arange(len(ids)), lengths), len(ids))


def sums(table: npt.NDArray[Any], rows: Codes, group: Codes, groups: int) -> Vectors:
    """The sum of `table[rows]` in each of `groups`, whose rows stand together.

    Goes through the rows in parts: the whole of `table[rows]` may be larger than the memory.
    """
    total = np.zeros((groups, table.shape[1]), dtype=np.float32)
    for start in range(0, len(rows), _AT_ONCE):
        here = group[start : start + _AT_ONCE]
        values = table[rows[start : start + _AT_ONCE]].astype(np.float32, copy=False)
        begins = np.flatnonzero(np.r_[True, here[1:] != here[:-1]])
        total[here[begins]] += np.add.reduceat(values, begins, axis=0)
    return total


def unit(rows: Vectors) -> Vectors:
    """`rows` at length 1; zeros stay zeros."""
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.where(length > 0, length, 1), dtype=np.float32)


def _package() -> Path:
    found = find_spec("wordllama")  # finds the folder without running the package
    if found is None or found.origin is None:
        raise ModuleNotFoundError("wordllama is not installed; requirements.txt names its version")
    return Path(found.origin).parent


@cache
def _table() -> npt.NDArray[np.float16]:
    """The weights as they lie on the disk: a length, a header that long, then the numbers."""
    path = _package() / _WEIGHTS
    with path.open("rb") as file:
        header = int.from_bytes(file.read(8), "little")
    return np.memmap(path, dtype="<f2", mode="r", offset=8 + header).reshape(-1, _WIDTH)


@cache
def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(_package() / _TOKENIZER))

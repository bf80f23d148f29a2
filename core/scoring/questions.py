"""Does a comment add something? Signs of a question, a problem, a wish, against stock phrases.

A score with weights set by hand, in round numbers, before it was measured once and adjusted a
little (tests/evaluation/conversation.py); no weights were fitted. English is known best; in eight
other languages question words and marks count. The last sign compares the direction of the words
with five questions and five pleasantries (wordlists/prototypes.csv).
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import lists, spelling, vectors

Floats = npt.NDArray[np.float64]

_ASK = r"(?:how|what|whats|what's|why|where|wheres|when|which|who)"
_VERB = (
    r"(?:do|does|did|is|are|was|were|can|could|would|will|should|has|have|cant|can't|dont|don't|"
    r"doesnt|doesn't|isnt|isn't|arent|didnt|didn't|wouldnt|wont|won't)"
)
_WHO = (
    r"(?:you|u|i|we|it|this|that|there|they|he|she|someone|somebody|anyone|anybody|one|the|my|your|"
    r"these|those|any|it's)"
)
_OPENING = (
    r"(?:(?:hi|hello|hey|sorry|ok|okay|so|but|and|wait|sir|man|dude|please|pls|also|just|quick|one|"
    r"guys|bro|hmm|um) +){0,3}"
)
_STARTS = rf"{_OPENING}(?:{_ASK}|{_VERB} {_WHO}|is|are|does|any ?one|any ?body|any)\b"
_INVERTED = (
    rf"\b(?:{_ASK}(?: \w+)?(?: \w+)? {_VERB} {_WHO}|(?:how|why|what) (?:to|come)|"
    r"what(?:s|'s| is| are| does) (?:the|a|an|that|this|your|wrong|difference)|"
    r"how (?:much|many|long)|(?:can|could|would|will|do|does|did|is|are|should|have) "
    r"(?:you|u|i|we|someone|somebody|anyone|anybody|it|there|this|that) )"
)
_ASKING = (
    r"\b(?:question|wonder(?:ing)?|curious|any (?:idea|ideas|tips|advice|suggestions?|help|chance|"
    r"solutions?|way)|anyone (?:know|else|help|have)|does (?:any|some)(?:one|body)|is there|"
    r"help me|need help|(?:please|pls|plz) (?:help|explain|tell|answer|respond|reply)|"
    r"let me know|advise)\b"
)
_PROBLEM = (
    r"\b(?:error|errors|problem|problems|issue|issues|trouble|stuck|fail(?:s|ed)?|crash\w*|bug|bugs|"
    r"confus(?:ed|ing)|(?:don'?t|do not|didn'?t|can'?t) (?:understand|get|work|seem)|doesn'?t|"
    r"does not|(?:not|isn'?t|aint) work\w*|not (?:showing|displayed|available|found)|won'?t|"
    r"(?:can'?t|cannot|can not) (?:get|find|open|see|run|install|seem|make|use|access|figure|do)|"
    r"unable|wasn'?t able|missing|keeps? \w+ing|gives? me|it says|nothing happen\w*)\b"
)
_WISH = (
    r"\b(?:(?:please|pls|plz|kindly|can you|could you|would you|should|to|possibly|will you) "
    r"(?:make|do|upload|add|show|cover|create|post) |(?:make|do|upload|add|cover|create) "
    r"(?:a|an|another|more|some|videos?|tutorials?)\b|you should|should (?:have|be)|would be "
    r"(?:nice|great|better|cool|awesome|helpful)|hope (?:you|u)|slow(?:er|ly)? |too fast|speak|"
    r"didn'?t (?:explain|mention)|never explain\w*|not explain\w*|forgot|needs? to be|"
    r"more (?:depth|detail|advanced)|next (?:video|tutorial))"
)
_OWN_CASE = (
    r"\b(?:when i|if i|i(?:'?m| am) (?:using|getting|having|trying|stuck|on|not)|i(?:'?ve)? "
    r"(?:tried|try|get|got|installed|downloaded|need|used|use|put|typed|type|click|followed)|"
    r"mine |my (?:code|app|program|computer|screen|mac|pc|output|page))"
)
_PRAISE = (
    r"\b(?:thank\w*|thanks|thx|great|awesome|amazing|best|love\w*|excellent|perfect|helpful|nice|"
    r"good job|good work|brilliant|cool|appreciate\w*|subscribed|genius|legend)\b"
)
_TELLING = (
    r"\b(?:know|knew|see|learn\w*|understand|understood|explain\w*|love\w*|like|teach\w*|tells?|"
    r"told|that(?:'?s| is)|idea) (?:how|what|why|where|who|which)\b"
)
_LAUGH = r"\b(?:lol|lmao|haha\w*|xd|omg|wtf|rofl)\b"
_ANSWER = (
    r"^\W*(?:because|cause|thats|that's|no|yes|yeah|its|it's|you (?:can|need|have|are|dont|don't|"
    r"just)|just|try|same)\b"
)
_THANKS = (
    r"^\W*(?:\w+ )?(?:thank\w*|thanks|thx|great|awesome|amazing|best|love|excellent|perfect|nice|"
    r"good|very|so|i love|this (?:is|was))\b"
)
_NEW_SENTENCE = (
    r"[a-z)\d] ?(?:How|What|Whats|Why|Where|Which|Can|Could|Is|Are|Does|Do|Did|Should|Will|Would|"
    r"Any|Anyone) "
)
_WEIGHTS: Final[Mapping[str, float]] = {
    r"[?？؟]": 2,
    rf"^\W*{_STARTS}": 1.5,
    _INVERTED: 1.5,
    _ASKING: 1,
    _PROBLEM: 1.5,
    _WISH: 0.75,
    _OWN_CASE: 1,
    _PRAISE: -1,
    _TELLING: -1,
    _LAUGH: -0.5,
    _ANSWER: -1,
    _THANKS: -0.5,
}
_FOREIGN, _SENTENCE, _DIRECTION = 1.5, 1.0, 5.0
_LENGTH, _USUAL_WORDS, _SPAN = 0.5, 8, 10
_CUT = 1.6


def substantive(texts: pd.Series) -> Floats:
    """How likely each text (none null) asks, reports or proposes something; 0.5 is the cut."""
    plain = spelling.plain(texts).str.replace("’", "'")
    low = plain.str.lower()
    words = spelling.words(texts)
    score = _LENGTH * np.clip((words.count - _USUAL_WORDS) / _SPAN, -1, 1)
    for pattern, weight in _WEIGHTS.items():
        score += weight * low.str.contains(pattern).to_numpy(dtype=float)
    english = low.str.contains(rf"\b{_ASK}\b")
    foreign = low.str.contains(rf"^\W*{lists.pattern('comments', 'question')}") & ~english
    score += _FOREIGN * foreign.to_numpy(dtype=float)
    score += _SENTENCE * plain.str.contains(_NEW_SENTENCE).to_numpy(dtype=float)
    score += _DIRECTION * _leaning(words)
    return np.asarray(1 / (1 + np.exp(_CUT - score)), dtype=np.float64)


def _directions(words: spelling.Words) -> vectors.Vectors:
    of_word = vectors.of_words(words.vocabulary)
    return vectors.unit(vectors.sums(of_word, words.code, words.text, len(words.count)))


@cache
def _examples(kind: str) -> vectors.Vectors:
    rows = lists.rows("prototypes")
    return _directions(spelling.words(rows.loc[rows["kind"] == kind, "text"]))


def _leaning(words: spelling.Words) -> Floats:
    """Towards questions rather than pleasantries: the difference of two mean cosines."""
    here = _directions(words)
    towards = (here @ _examples("substantive").T).mean(axis=1)
    return np.asarray(towards - (here @ _examples("generic").T).mean(axis=1), dtype=np.float64)

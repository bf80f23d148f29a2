import ast

import pytest

from core import glossary
from core.errors import UnknownName
from tests.rules.house import modules


def test_every_word_is_said_in_whole_sentences_and_accuses_nobody() -> None:
    terms = [word.term for word in glossary.WORDS.values()]
    assert len(set(terms)) == len(terms)
    for word in glossary.WORDS.values():
        assert word.says.endswith(".")
        assert not {"fake", "fraud", "cheat"} & set(word.says.lower().split())


def test_an_unknown_word_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="There is no word called “synergy”"):
        glossary.word("synergy")


def test_pages_ask_for_words_that_are_there_and_every_word_is_used() -> None:
    asked = {
        str(ast.literal_eval(argument))
        for module in modules("pages")
        for call in module.calls()
        if ast.unparse(call.func) == "glossary.words"
        for argument in call.args
    }
    assert asked == set(glossary.WORDS)

import inspect

import pytest

from core import errors

ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_is_of_one_tree_and_described(kind: type) -> None:
    assert issubclass(kind, errors.MicroscopeError)
    assert kind.__doc__
    assert kind.__name__ in (errors.__doc__ or "")


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = errors.UnreadableFile("“notes.png” is a picture.", "Export the list as CSV.")
    assert (error.what, error.do) == ("“notes.png” is a picture.", "Export the list as CSV.")
    assert str(error) == "“notes.png” is a picture. Export the list as CSV."


def test_a_file_that_is_here_already_leads_to_its_upload() -> None:
    error = errors.AlreadyHere("This file is here.", "Open it.", upload_id="u7")
    assert isinstance(error, errors.StoreError)
    assert error.upload_id == "u7"


def test_an_unknown_name_lists_the_known_ones_in_order() -> None:
    error = errors.UnknownName.among("tier scheme", "old", {"standard": 1, "article": 2})
    assert error.what == "There is no tier scheme called “old”."
    assert error.do == "Choose one of: article, standard."

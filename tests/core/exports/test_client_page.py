"""The client's page: complete in itself, every word as it was, and no script but its own."""

import re
from datetime import timedelta

import pytest

from core.errors import MicroscopeError
from core.exports import client_page, hues
from core.exports.dossier import SAMPLE, Brand
from tests.core.exports.dossiers import MADE, creator, dossier

EVIL = "</script><img src=x onerror=alert(1)>"


def page(**changes: object) -> str:
    """The page of a dossier as text."""
    return client_page.html(dossier(**changes)).decode()


def test_it_names_dates_version_and_sources() -> None:
    words = page(hashtags=("#tea", "#kettle"))
    assert "<p>Hashtags: #tea #kettle</p>" in words
    assert "Made 25 Nov 2026 from data as of 20 Nov 2026 with Microscope 0.1.0." in words
    assert re.search(r'<li id="s1">.*Multimodal Post Attentive Profiling', words)
    assert words.count('href="#s1"') >= 2


def test_it_asks_nobody_and_runs_only_its_own_script() -> None:
    words = page(brand=Brand("K", logo=b"\x89PNG"))
    assert "default-src &#39;none&#39;" in words
    assert not re.search(r"unsafe-|<link|@import|url\(|<script src|style=\"", words)
    assert re.findall(r'src="(.{10})', words) == ["data:image"]


def test_a_name_is_only_ever_a_name() -> None:
    long = "n" * 500
    words = page(creators=(creator("zoe", name=EVIL), creator(long)), title=EVIL)
    assert "<img" not in words
    assert words.count("</script>") == 2
    assert long in words


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_says_so(sample: bool) -> None:
    assert (SAMPLE in page(sample=sample)) is sample


def test_two_plans_without_names_are_told_apart() -> None:
    nameless = (creator("Creator 1", key="hidden/1"),)
    later = MADE + timedelta(seconds=1)
    assert dossier(nameless).number == dossier(nameless).number
    assert dossier(nameless).number != dossier(nameless, made_at=later).number


def test_a_plan_with_nobody_is_a_sentence() -> None:
    with pytest.raises(MicroscopeError, match="nobody in this plan"):
        dossier(())


@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#ffe600", "#0b6399", "#777777"])
@pytest.mark.parametrize("ground", ["#ffffff", "#1e2329"])
def test_any_hue_becomes_readable(colour: str, ground: str) -> None:
    assert hues.contrast(hues.readable(colour, ground), ground) >= 4.5


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#123456;}"])
def test_what_is_no_colour_is_a_sentence(colour: str) -> None:
    with pytest.raises(MicroscopeError, match="no colour"):
        Brand("K", colour)

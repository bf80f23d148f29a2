"""Every number on every page opens: what it means, how it is worked out, what went into it.

A number here is a metric, a column of numbers, a chart, or a figure in a sentence. The walk opens
each tab and each fold of every page with the sample shop in.
"""

import json
import math
import re
import runpy
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import pytest
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from core.exports.steps import KEYS
from core.figures import read
from core.metrics import METRICS
from core.tables import PLATFORMS
from pages.parts import picture, views
from pages.parts.present import STEP
from tests.pages import tiles
from tests.rules.house import pages

SOMEBODY: Final = "instagram/zola.foghorn_kq"
VIEWS: Final[Mapping[str, tuple[dict[str, Any], ...]]] = {  # of pages that have several
    "workspace": ({"workspace_tab": "Data"}, {"workspace_tab": "Scales"}),
    "creators": tuple(
        {"creators_view": view} for view in ("Ranking", "Ranges", "Where they came from")
    ),
    "client_file": ({}, *({STEP: key} for key in KEYS)),
    "stories": (
        {"stories_all": True},
        *({"stories_view": view} for view in ("Benchmarks", "Prices", "Trust")),
    ),
    "budget": (
        {"budget_more": True, "budget_pay": True, "budget_places": True},
        *({"budget_view": view} for view in views.VIEWS),
    ),
}
EXPLAINS: Final = "Worked out as"
SAYS: Final = ("markdown", "caption", "title", "subheader", "header", "info", "warning", "success")
OWN_INPUT: Final = {"At least", "At most"}  # typed by the reader, nothing of ours
ENDS: Final = {"From", "To", "Low", "Typical", "High", "Value", "Stands at"}
KINDS: Final = {"Measure", "Question"}  # columns that name the metric of each row

# What is no figure of ours: handles, headings, bold names of files, days, links, ways to say 80 %.
NO_FIGURE: Final = re.compile(
    r"@\S+|#+\S*|\*\*[^*]+\*\*(?=\n\n:small)|https?\S+|`[^`]*`|:\w+:|:material/\w+:|8 (?:in|of) 10|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* (?:\d{1,2}, )?\d{4}|up to \d what-ifs"
)
FIGURE: Final = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)([KM]?)")
SIZES: Final = {"": 1.0, "K": 1e3, "M": 1e6}

KEPT_KEYS: Final = set(PLATFORMS) | set(read("sources")["source_id"])

Walk = Callable[[str], Iterator[tuple[AppTest, int]]]


def inside(block: Block) -> Iterator[tuple[Block, Element]]:
    """Every element below `block` with the block that holds it."""
    for child in block.children.values():
        if isinstance(child, Block):
            yield from inside(child)
        else:
            yield block, child


def text(element: Element) -> str:
    """What an element says, without Markdown's backslashes; walls and tiles line by line."""
    if element.type == "bidi_component":
        said = json.loads(element.proto.json)
        lines = [said["finding"], *map(": ".join, said["lines"])] if "lines" in said else []
        return "\n".join([*lines, *map(" · ".join, tiles.of(element))])
    if element.type not in SAYS:
        return ""
    said = f"{getattr(element.proto, 'heading', '')} {element.value}"
    return re.sub(r"\\(.)", r"\1", said)


def explained(block: Block) -> str:
    """All that is said below a block that explains numbers."""
    said = (text(element) for _, element in inside(block))
    return "\n".join(each for each in said if EXPLAINS in each)


def figures(said: str) -> list[tuple[str, float]]:
    """The figures of a text as they stand there, and as numbers."""
    found = FIGURE.findall(NO_FIGURE.sub(" ", said))
    return [(digits + size, float(digits.replace(",", "")) * SIZES[size]) for digits, size in found]


@pytest.fixture
def walk(open_shop, monkeypatch) -> Walk:
    """`walk(page)`: each of its views with everything unfolded, and how many charts unfolded."""
    drawn: set[str] = set()
    numbers = picture.numbers

    def noting(table, key, *rest) -> None:
        drawn.add(f"{key}_table")
        numbers(table, key, *rest)

    monkeypatch.setattr(picture, "numbers", noting)

    def walk(name: str) -> Iterator[tuple[AppTest, int]]:
        visit = open_shop(name)
        if name == "creator":
            visit.query_params["creator"] = SOMEBODY
            visit.run()
        for presets in VIEWS.get(name, ({},)):
            for key, value in presets.items():
                place = visit.query_params if key == STEP else visit.session_state
                place[key] = value
            if presets:
                drawn.clear()
                visit.run()
            for key in drawn:
                visit.session_state[key] = True
            drawn.clear()
            visit.run()
            assert not visit.exception
            yield visit, len(drawn)

    return walk


def of_table(table: Element, told: str) -> tuple[set[str], set[float]]:
    """The columns of numbers whose words are not among what is told, and all numbers in it."""
    frame, said = table.value, {name.lower() for name in re.findall(r"\*\*([^*]+)\.\*\*", told)}
    heads = json.loads(table.proto.columns or "{}")
    numbers = frame.select_dtypes("number").dropna(axis=1, how="all")
    lacking = {row for kind in KINDS & set(frame) for row in frame[kind] if row.lower() not in said}
    for name in map(str, numbers):
        label = METRICS[name].label if name in METRICS else heads.get(name, {}).get("label") or name
        is_a_sum = re.fullmatch(r"\$?[\d,]+", label) and "budget" in said
        is_an_end = (label in ENDS or "8 in 10" in label) and "range" in said
        known = any(one in label.lower() or label.lower() in one for one in said)
        if not (known or is_an_end or is_a_sum or label in OWN_INPUT):
            lacking.add(f"column {label}")
    heads_too = {number for name in map(str, frame) for _, number in figures(name)}
    cells = numbers.to_numpy("float64", na_value=math.nan).ravel()
    return lacking, set(map(float, cells)) | heads_too


def headed(element: Element) -> list[str]:
    """The labels of the numbers that an element shows large."""
    if element.type == "metric":
        return [element.label]
    return [label for label, *_ in tiles.of(element)]


def unopened(visit: AppTest, charts: int) -> list[str]:
    """Every number of the page that nothing explains."""
    missing, known = [], {number for _, number in figures(explained(visit.main))}
    known |= {float(one.value or 0) for one in visit.number_input}
    known |= {float(one.value) for one in visit.select_slider if one.key == "present_budget"}
    for block, element in inside(visit.main):
        if names := headed(element):
            told = explained(block)
            missing += [f"number {label}" for label in names if f"**{label}.**" not in told]
        elif element.type == "vega_lite_chart":
            charts -= 1
        elif element.type == "dataframe":
            lacking, numbers = of_table(element, explained(block))
            missing += sorted(lacking)
            known |= numbers
    if charts:
        missing.append("a chart without the numbers behind it")
    for block, element in inside(visit.main):
        if block.type == "popover" or EXPLAINS in text(element) or "Source:" in text(element):
            continue
        missing += [
            f"{words} in “{text(element).strip()[:90]}”"
            for words, number in figures(text(element))
            if not any(math.isclose(number, one, rel_tol=0.05) for one in known)
        ]
    return missing


def keys_shown(visit: AppTest) -> set[str]:
    """Cells of tables that show a key of ours in place of a name."""
    cells = {
        cell
        for _, element in inside(visit.main)
        if element.type == "dataframe"
        for _, column in element.value.select_dtypes(["str", "object"]).items()
        for cell in map(str, column)
    }
    return cells & KEPT_KEYS


@pytest.mark.parametrize("name", [page.path.stem for page in pages()])
def test_every_number_opens_and_no_key_is_shown(name: str, walk: Walk) -> None:
    missing = []
    for visit, charts in walk(name):
        missing += [*unopened(visit, charts), *sorted(keys_shown(visit))]
    assert not missing, "\n".join(missing)


def test_the_walk_sees_what_does_not_open(monkeypatch) -> None:
    monkeypatch.setattr(script_runner, "_mpa_v1", runpy.run_path)  # see conftest

    def bare() -> None:
        import pandas as pd
        import streamlit as st

        from pages.parts import tiles

        tiles.draw([("Orders", "1,234", "counted")], "orders")
        st.metric("Clicks", "1")
        st.dataframe(pd.DataFrame({"likes": [7], "name": ["a"]}))
        st.vega_lite_chart(pd.DataFrame({"x": [1]}), {"mark": "point"})
        st.markdown("It brought 567 sales to 8 in 10, on Nov 25, 2026, says @9lives.")

    missing = unopened(AppTest.from_function(bare).run(), 0)
    kinds = [each.split(" in ")[0] for each in missing]
    assert kinds == [
        "number Orders",
        "number Clicks",
        "column Likes",
        "a chart without the numbers behind it",
        "1,234",
        "567",
    ]

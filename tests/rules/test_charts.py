"""Charts spell their channels the cheap way: `alt.X("score:Q", title=…)`.

Measured with altair 6.3: a bare string or a dict as a channel costs 3 to 20 ms a chart, because
every channel class is tried until one validates; a channel object costs 0.03 ms.
"""

import ast

from tests.rules.house import modules

CHARTS = modules("core/charts")
DRAWN = {"picture.draw", "picture.pick"}
CHANNELS = {"x", "y", "x2", "y2", "color", "fill", "stroke", "size", "shape", "opacity", "text"}
CHANNELS |= {"detail", "tooltip", "order", "row", "column", "facet", "strokeWidth", "strokeDash"}
CHANNELS |= {"xOffset", "yOffset", "theta", "radius", "href", "url", "key", "angle", "description"}
TAKES_CHANNELS = {"encode", "layer", "words"}
SLOW = {"alt.value", "alt.condition", "alt.datum"}


def bare(value: ast.expr) -> bool:
    """Whether altair would have to guess what this channel is."""
    if isinstance(value, ast.List | ast.Tuple):
        return any(bare(element) for element in value.elts)
    return isinstance(value, ast.Constant | ast.Dict | ast.JoinedStr)


def test_channels_are_objects() -> None:
    found = [
        f"{module.name}:{call.lineno} {word.arg}"
        for module in CHARTS
        for call in module.calls()
        if isinstance(call.func, ast.Name | ast.Attribute)
        and ast.unparse(call.func).split(".")[-1] in TAKES_CHANNELS
        for word in call.keywords
        if word.arg in CHANNELS and bare(word.value)
    ]
    assert found == []


def test_channels_are_given_whole_and_never_through_slow_helpers() -> None:
    found = []
    for module in CHARTS:
        for call in module.calls():
            on = call.func.value if isinstance(call.func, ast.Attribute) else None
            chained = isinstance(on, ast.Call) and ast.unparse(on.func).startswith("alt.")
            channel = chained and ast.unparse(on.func).removeprefix("alt.")[0].isupper()
            is_chart = chained and ast.unparse(on.func).endswith("Chart")
            if ast.unparse(call.func) in SLOW or (channel and not is_chart):
                found.append(f"{module.name}:{call.lineno} {ast.unparse(call)[:60]}")
    assert found == []


def test_a_chart_has_a_table_behind_it_and_a_title_that_comes_from_its_data() -> None:
    """A fixed title can only name a chart; the finding holds the actual numbers."""
    found = []
    for module in modules("pages"):
        for call in module.calls():
            if ast.unparse(call.func) in DRAWN:
                told = {word.arg: word.value for word in call.keywords}
                title = told.get("title")  # without one it is the chart's own description
                fixed = isinstance(title, ast.Constant) and title.value
                if fixed or "table" not in told:
                    found.append(f"{module.name}:{call.lineno}")
    assert found == []

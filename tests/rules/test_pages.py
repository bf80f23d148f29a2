"""Pages are safe to open by their address, and caches have one home."""

import ast
import sys

from tests.rules.house import Module, modules, pages

LIGHT = sys.stdlib_module_names | {"streamlit"}
FRAME = "pages.parts.frame"
SCREEN = modules("", "pages")


def runs_bare(page: Module) -> bool:
    """Whether anything but light imports comes before `frame.enter()`."""
    for statement in page.tree.body[1:]:
        if ast.unparse(statement) == "frame.enter()":
            return False
        imported = set(Module(page.name, page.path, ast.Module([statement], [])).imports())
        heavy = {name for name in imported if name.split(".")[0] not in LIGHT} - {FRAME}
        if not imported or heavy:
            return True
    return True


def test_a_page_enters_the_frame_before_anything_else() -> None:
    """Otherwise a cold deep link would run it without the sign-in gate."""
    assert [page.name for page in pages() if runs_bare(page)] == []


def test_a_page_is_a_plain_script() -> None:
    kinds = (ast.FunctionDef, ast.ClassDef)
    defined = {
        page.name: sum(isinstance(node, kinds) for node in page.tree.body) for page in pages()
    }
    assert {name: count for name, count in defined.items() if count > 3} == {}


def test_only_cached_caches() -> None:
    makers = {"st.cache_data", "st.cache_resource", "streamlit.cache_data"}
    found = {
        module.name
        for module in SCREEN
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in makers
    }
    assert {name for name in found if not name.startswith("pages.parts.cached")} == set()


NUMBERS = {
    "tiles.draw": {"pages.parts.number"},
    "st.vega_lite_chart": {"pages.parts.picture"},
    "st.dataframe": {"pages.parts.table", "pages.parts.grid"},
    **dict.fromkeys(
        ("st.metric", "st.altair_chart", "st.table", "st.line_chart", "st.bar_chart"), frozenset()
    ),
}


def test_no_number_bypasses_the_parts_that_explain_it() -> None:
    found = {
        (ast.unparse(call.func), module.name)
        for module in SCREEN
        for call in module.calls()
        if module.name not in NUMBERS.get(ast.unparse(call.func), {module.name})
    }
    assert found == set()


def test_a_grid_says_what_an_empty_cell_is() -> None:
    """Streamlit's own word for it is None."""
    silent = [
        (module.name, call.lineno)
        for module in SCREEN
        for call in module.calls()
        if ast.unparse(call.func) in {"st.data_editor", "st.dataframe"}
        and "placeholder" not in {keyword.arg for keyword in call.keywords}
    ]
    assert silent == []


def test_what_streamlit_has_dropped_is_not_used() -> None:
    dropped = {"use_container_width", "add_rows", "experimental_rerun", "beta_columns"}
    found = [
        (module.name, node.lineno)
        for module in SCREEN
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.keyword) and node.arg in dropped)
        or (isinstance(node, ast.Attribute) and node.attr in dropped)
    ]
    assert found == []


def test_no_page_brings_its_own_style_or_script() -> None:
    """Looks live in .streamlit/config.toml; raw HTML would let a caption run as code."""
    found = [
        (module.name, call.lineno)
        for module in SCREEN
        for call in module.calls()
        if any(word.arg == "unsafe_allow_html" for word in call.keywords)
        or ast.unparse(call.func) in {"st.html", "st.iframe"}
    ]
    assert found == []


def test_main_buttons_stay_readable_on_dark_themes() -> None:
    """White words on the filled button reach 4.5:1 in the light theme only."""
    found = [
        (module.name, call.lineno)
        for module in SCREEN
        for call in module.calls()
        if any(
            word.arg == "type" and ast.unparse(word.value) == "'primary'" for word in call.keywords
        )
    ]
    assert found == []

"""Files stay small enough to read in one go, and are named by what they hold."""

import ast
import re
import statistics
import subprocess

import pytest

from tests.rules.house import ROOT, Module, modules

LONGEST = 300
EMPTY_NAMES = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "manager",
    "managers",
    "base",
}
APP = modules("", "pages", "core")
CODE = modules("", "pages", "core", "data", "tests")


def tracked() -> list[str]:
    """The paths of all files under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this copy has no version control")
    return [path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()]


def lines(module: Module) -> int:
    """How long a file is."""
    return len(module.path.read_text(encoding="utf-8").splitlines())


def test_a_module_can_be_read_in_one_go() -> None:
    assert {module.name: lines(module) for module in CODE if lines(module) > LONGEST} == {}


def test_a_module_says_why_it_is_there() -> None:
    silent = [m.name for m in APP if m.tree.body and not ast.get_docstring(m.tree)]
    assert silent == []


def test_half_of_all_modules_are_under_a_hundred_lines() -> None:
    assert statistics.median(lines(module) for module in APP) < 100


def test_names_say_what_is_inside() -> None:
    parts = {part for module in CODE for part in module.name.split(".")}
    assert parts & EMPTY_NAMES == set()


def test_what_core_offers_says_what_comes_back() -> None:
    silent = [
        f"{module.name}.{node.name}"
        for module in modules("core")
        if "migrations" not in module.name
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_core_keeps_nothing_between_calls() -> None:
    """Settings, clock and randomness come in as arguments; no user's data meets another's."""
    found = [
        f"{module.name}:{node.lineno}"
        for module in modules("core")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Global)
        or (
            isinstance(node, ast.Call)
            and ast.unparse(node.func) in {"random.seed", "np.random.seed", "random.random"}
        )
    ]
    assert found == []


MADE_BY = {"list", "dict", "set", "defaultdict", "deque"}
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
FIXED = re.compile(r"Final(\[(Mapping|tuple|frozenset)\[.*\])?", re.DOTALL)


def changeable(module: Module) -> list[str]:
    """The names of a module that hold a list, dict or set which anybody could fill."""
    found = []
    for node in module.tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        made, target = node.value, node.targets[0] if isinstance(node, ast.Assign) else node.target
        mutable = isinstance(made, MUTABLE) or (
            isinstance(made, ast.Call) and ast.unparse(made.func).split(".")[-1] in MADE_BY
        )
        fixed = isinstance(node, ast.AnnAssign) and FIXED.fullmatch(ast.unparse(node.annotation))
        if mutable and not fixed and ast.unparse(target) != "__all__":
            found.append(f"{module.name}:{ast.unparse(target)}")
    return found


@pytest.mark.parametrize(
    ("line", "is_state"),
    [
        ("CACHE = {}", True),
        ("SEEN = set()", True),
        ("LAST = collections.deque(maxlen=3)", True),
        ("CACHE: dict[str, int] = {}", True),
        ("CACHE: Final[dict[str, int]] = {}", True),
        ("NAMES: Mapping[str, str] = {}", True),
        ("NAMES: Final[Mapping[str, str]] = {}", False),
        ("NAMES: Final = {'a': 'b'}", False),
        ("__all__ = ['a']", False),
        ("NAMES = ('a', 'b')", False),
    ],
)
def test_the_rule_against_state_sees_it(line: str, is_state: bool) -> None:
    module = Module("core.x", ROOT, ast.parse(line))
    assert bool(changeable(module)) is is_state


def test_no_module_holds_what_could_be_filled() -> None:
    assert [name for module in modules("", "core", "pages") for name in changeable(module)] == []


def test_versions_are_exact() -> None:
    exact = re.compile(r'[A-Za-z0-9_.-]+==[0-9][^\s;*]*(; sys_platform [!=]= "\w+")?')
    for name in ("requirements.txt", "tests/requirements.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        asked = [line.split("#")[0].strip() for line in lines]
        loose = [line for line in asked if line and not exact.fullmatch(line)]
        assert loose in ([], ["-r ../requirements.txt"]), f"{name} is not exact: {loose}"


def test_the_look_comes_from_this_machine() -> None:
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert "://" not in config
    assert re.search(r"^gatherUsageStats = false", config, re.MULTILINE)


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    places = [f"/{'home'}/", f"/{'root'}/", f"/{'work'}/", "C:" + "\\Users", "/opt/" + "pypi"]
    places += ["/opt/" + "wheels", "--index" + "-url", "--find" + "-links", "local" + "host:"]
    found = []
    for path in tracked():
        text = (ROOT / path).read_bytes().decode("utf-8", errors="replace")
        found += [(path, place) for place in places if place in text]
    assert found == []

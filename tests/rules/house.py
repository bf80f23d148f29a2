"""The source as the rules see it: which modules there are, what each imports and calls."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """One file of source: dotted name, path, and its syntax tree unless that is to be read."""

    name: str
    path: Path
    given: ast.Module | None = None

    @property
    def tree(self) -> ast.Module:
        """The syntax tree, read once and only when a rule looks at it."""
        return self.given or _tree(self.path)

    def imports(self) -> tuple[str, ...]:
        """Dotted names of everything imported anywhere in the file, `from x import y` as x.y."""
        return _imports(self)

    def libraries(self) -> set[str]:
        """First names of everything imported: pandas, core, …"""
        return {name.split(".")[0] for name in self.imports()}

    def calls(self) -> Iterator[ast.Call]:
        """Every call in the file."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The modules below `folders`, and app.py among `""`."""
    paths: list[Path] = []
    for folder in folders:
        paths += [ROOT / "app.py"] if folder == "" else sorted((ROOT / folder).rglob("*.py"))
    assert paths, f"nothing below {folders}"
    return tuple(_named(path) for path in paths)


def pages() -> tuple[Module, ...]:
    """The page scripts themselves, without the parts they share."""
    return tuple(module for module in modules("pages") if module.path.parent.name == "pages")


@cache
def _imports(module: Module) -> tuple[str, ...]:
    found: list[str] = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively"
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return tuple(found)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _named(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return Module(".".join(parts[:-1] if parts[-1] == "__init__" else parts), path)

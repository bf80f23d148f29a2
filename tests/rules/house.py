"""The source as the rules see it: which modules there are, what each imports and calls."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """One file of source: dotted name, path, syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    def imports(self) -> Iterator[str]:
        """Dotted names of everything imported anywhere in the file, `from x import y` as x.y."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name} imports relatively"
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

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
    return tuple(_read(path) for path in paths)


def pages() -> tuple[Module, ...]:
    """The page scripts themselves, without the parts they share."""
    return tuple(module for module in modules("pages") if module.path.parent.name == "pages")


def _read(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))

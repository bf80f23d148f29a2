"""Writes docs/evidence.md: every evaluation, its protocol, its table, and what was aimed at.

Each runs in a process of its own. One that cannot run here (its data or scikit-learn is missing)
keeps the section it had. Lines that quote other people's comments and posts are left out; the
scripts themselves print them.

Run: make evidence        or some of it: python -m tests.evaluation.evidence fit reputation
"""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

from tests.evaluation.marks import AIM

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "evidence.md"
SECTIONS = {
    "engagement_forecast": "Engagement: what the next posts bring",
    "engagement_percentile": "Engagement for its size: fair to every tier",
    "conversation": "Genuine conversation",
    "audience_share": "Real audience: the share worth asking about",
    "growth_bursts": "Real audience: growth bursts",
    "fit": "Fits our values",
    "reputation": "Reputation",
    "budget_peers": "The plan for a budget",
}
QUOTED = re.compile(r"^- |^Ranked in the best 20")
HEAD = """# Evidence

Written by `make evidence`; not edited by hand. Each figure comes from the development part of data
that others collected, cross-validated by creator, video or account where anything was fitted, with
a baseline beside ours. The data stay outside this repository, next to it in `shared/datasets`.
Simulated are only the years of follow dates and the budget cases. Price and what campaigns bring
have no public data to be measured on.
"""
TABLE = """
| Question | Aim | Ours | Beside it | Held |
|---|---|---|---|---|
"""


def main() -> None:
    asked = sys.argv[1:] or list(SECTIONS)
    for name in asked:
        print(f"{name} …", flush=True)
        found = measured(name)
        if found is None:
            kept = "its section stays as it was" if name in sections() else "it is left out"
            print(f"  not measured here; {kept}")
        else:
            write({**sections(), name: found})


def measured(name: str) -> str | None:
    """The section of one evaluation; None, with its reason printed, where it cannot run."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", f"tests.evaluation.{name}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        print(" ", (run.stderr.strip().splitlines() or ["it failed without a word"])[-1])
        return None
    lines = run.stdout.splitlines()
    aims = [line for line in lines if line.startswith(AIM)]
    shown = [line.rstrip() for line in lines if not QUOTED.match(line) and line not in aims]
    table = "\n".join(shown).strip("\n")
    return "\n".join(
        [f"## {SECTIONS[name]}", "", protocol(name), "", "```", table, "```", *hidden(aims)]
    )


def protocol(name: str) -> str:
    """What the evaluation says of itself, without how to run it."""
    spec = importlib.util.find_spec(f"tests.evaluation.{name}")
    text = Path(str(spec and spec.origin)).read_text(encoding="utf-8").split('"""')[1]
    return text.split("\nRun:")[0].strip() + f"\n\nBy `python -m tests.evaluation.{name}`:"


def hidden(aims: list[str]) -> list[str]:
    """The aims as comments under their section, so that a partial run finds them again."""
    return [f"<!-- {aim} -->" for aim in aims]


def sections() -> dict[str, str]:
    """What the page holds so far."""
    if not PAGE.exists():
        return {}
    parts = re.split(r"(?m)^(?=## )", PAGE.read_text(encoding="utf-8"))[1:]
    titles = {title: name for name, title in SECTIONS.items()}
    found = {titles.get(part.splitlines()[0].removeprefix("## ")): part.rstrip() for part in parts}
    return {name: part for name, part in found.items() if name}


def write(known: dict[str, str]) -> None:
    """The page: first what was aimed at, then section by section."""
    ordered = [known[name] for name in SECTIONS if name in known]
    aims = re.findall(rf"<!-- {AIM} \| (.*) -->", "\n".join(ordered))
    rows = "\n".join(f"| {row} |" for row in aims)
    PAGE.write_text("\n\n".join([HEAD + TABLE + rows, *ordered]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

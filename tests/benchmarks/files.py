"""How long each file for a client takes to make with 50 creators, beside floors in the same run.

The floor of a file is what its kind costs at all: the same four charts drawn with nothing around
them (page, slides, paper), or as many cells written by the bare library (workbook). The first file
of a process also starts the engine that draws charts; that is told apart. Processor seconds are
of this process, whatever else the machine does.
"""

import io
import time
from collections.abc import Callable
from statistics import median

import numpy as np
import pandas as pd
import xlsxwriter

from core.charts import budget as charts
from core.charts import house
from core.exports import client_page, comma, paper, plan_book, renderings, slides
from core.exports.dossier import Dossier, Picture
from core.locale import Writing
from core.metrics import METRICS, Estimate, Number
from tests.core.exports.dossiers import creator, dossier, lines

CREATORS = 50
TURNS = 5
GOAL = "Engagements"
AIMS = {"HTML": 2.0, "PPTX": 5.0, "XLSX": 1.0, "PDF": 5.0}
KEYS = (
    "score",
    "coverage",
    "standing",
    "engagement_rate",
    "benchmark",
    "followers",
    "fit",
    "value",
)


def spec(chart: house.Picture) -> dict[str, object]:
    """A chart with its rows inside."""
    data: pd.DataFrame = chart.data
    rows = data.astype(object).where(data.notna(), None).to_dict("records")
    return {**chart.plain(), "datasets": {house.ROWS: rows}}


def crowd() -> Dossier:
    """A plan with fifty creators, ten numbers each, and the pictures of the real one."""
    numbers = {key: Number(METRICS[key], Estimate(0.5, 0.4, 0.6, 12)) for key in KEYS}
    people = tuple(creator(f"maker_{at}", numbers=numbers) for at in range(CREATORS))
    writing, draws = Writing("en_GB", "EUR"), np.random.default_rng(7).normal(25e3, 4e3, 4000)
    value = np.geomspace(3000, 60, CREATORS)
    table = lines(people).assign(value=value, value_low=value / 2, value_high=value * 1.8)
    steps = np.arange(1, 41) * 150.0
    best = pd.DataFrame({"budget": steps, "cost": steps, "value": steps * 4, "bound": steps * 4})
    drawn = {
        "lines": charts.lines(table, GOAL, writing),
        "odds": charts.odds(draws, 24e3, GOAL, writing),
        "frontier": charts.frontier(best, 3000.0, 12e3, GOAL, writing, 3000.0),
    }
    empty = pd.DataFrame({GOAL: [1.0]})
    pictures = {name: Picture(name, spec(each), name, empty) for name, each in drawn.items()}
    return dossier(people, lines=table, pictures=pictures)


def charts_alone(told: Dossier) -> None:
    """Each picture drawn once, and nothing else."""
    for picture in told.pictures.values():
        renderings.svg(picture, 800)


def cells_alone() -> None:
    """As many cells as the workbook has, without formats, notes or widths."""
    with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}) as book:
        for columns in (12, 7 + 3 * len(KEYS), 2):
            sheet = book.add_worksheet()
            for row in range(CREATORS):
                for column in range(columns):
                    sheet.write_number(row, column, row * column)


def seconds(make: Callable[[], object]) -> float:
    """How long one turn takes."""
    began = time.perf_counter()
    make()
    return time.perf_counter() - began


def main() -> None:
    """Print the medians beside the floors and the aims."""
    told = crowd()
    print(f"the first chart of a process   {seconds(lambda: charts_alone(told)):6.2f} s (once)")
    print(f"the first PDF of a process     {seconds(lambda: paper.plan(told)):6.2f} s (once)")
    makers: dict[str, tuple[Callable[[], bytes], Callable[[], object]]] = {
        "HTML": (lambda: client_page.html(told), lambda: charts_alone(told)),
        "PPTX": (lambda: slides.pptx(told), lambda: charts_alone(told)),
        "PDF": (lambda: paper.plan(told), lambda: charts_alone(told)),
        "XLSX": (lambda: plan_book.xlsx(told), cells_alone),
        "CSV": (lambda: comma.csv(told.lines), told.lines.to_csv),
    }
    for name, (make, floor) in makers.items():
        pairs = [(seconds(make), seconds(floor)) for _ in range(TURNS)]
        ours, bare = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
        aim = f"aim {AIMS[name]:.0f} s" if name in AIMS else ""
        began = time.process_time()
        size = len(make()) / 1000
        cpu = time.process_time() - began
        print(
            f"{name:<6}{ours:7.3f} s   floor {bare:7.3f} s  {ours / bare:6.2f} x"
            f"   processor {cpu:5.2f} s   {size:5.0f} KB   {aim}"
        )


if __name__ == "__main__":
    main()

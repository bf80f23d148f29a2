"""The exact search under side limits: HiGHS over the entries that the bound leaves open.

An entry that would lower the bound under the best plan so far is in no better plan, and a creator
with one alternative left is settled; what remains is small. Money stays in whole cents, and every
answer is checked to the cent; one that cheats by the solver's tolerance is forbidden and the
search goes on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np

from core.budget.bound import Bound
from core.budget.dive import keeps
from core.budget.menu import Whole
from core.budget.relaxation import Relaxation

_INF: Final = highspy.kHighsInf
_STATUS: Final = highspy.HighsModelStatus
_GOAL: Final = 1e4  # the objective is scaled to about this, so that tolerances are tiny shares
_TRIES: Final = 50
_WIDE: Final = 100_000  # entries beyond which the solver may listen to nobody for minutes
_SECONDS: Final = 10.0  # that it gets for so many


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best entries (None where none are known), a bound, and whether the search ended."""

    entries: Whole | None
    limit: float
    ended: bool


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """What is open: entries, those that are settled, and creators who must take one of theirs."""

    open: Whole
    settled: Whole
    pressed: Whole
    worth: float = 1.0  # about what a plan brings

    @classmethod
    def of(
        cls, relaxation: Relaxation, relaxed: Bound, gap: float, start: Whole | None = None
    ) -> "Room":
        """What loses less than `gap` of the bound, and what the plan `start` holds."""
        group, groups = relaxation.group, len(relaxation.starts)
        keep, press = relaxed.loss < gap, relaxed.loss_none >= gap
        if start is not None:
            keep[start] = True
            press &= np.isin(np.arange(groups), group[start])
        kept = np.flatnonzero(keep)
        alone = press & (np.bincount(group[kept], minlength=groups) == 1)
        settled = alone[group[kept]]
        pressed = np.flatnonzero(press & ~alone)
        return cls(kept[~settled], kept[settled], pressed, relaxed.value)

    @classmethod
    def near(cls, relaxed: Bound, width: int, start: Whole) -> "Room":
        """So many entries that lose least, and the plan `start`; nobody has to be in."""
        nearest = np.argpartition(relaxed.loss, width)[:width]
        none = np.empty(0, np.int64)
        return cls(np.union1d(nearest, start), none, none, relaxed.value)


def search(
    relaxation: Relaxation,
    room: Room,
    start: Whole | None,
    nodes: int | None,
    close: float = 0.0,
    stopped: Callable[[], bool] = lambda: False,
    any_will_do: bool = False,
) -> Found:
    """The best plan inside of `room`; `start` is one to beat, `nodes` None goes on to the end.

    A gap of the share `close` is small enough; with `any_will_do` the first plan found is.
    """
    value = relaxation.menu.value
    base = float(value[room.settled].sum())
    if not len(room.open):
        fits = keeps(relaxation, room.settled) and not len(room.pressed)
        return Found(np.sort(room.settled) if fits else start, base if fits else -np.inf, True)
    scale = _GOAL / max(abs(room.worth), 1e-300)
    model = highspy.Highs()
    # A share of what is surely had: of the first bound, which is higher, it would be too much.
    least = room.worth if start is None else float(value[start].sum())
    for name, option in _told(nodes, close * abs(least) * scale, any_will_do).items():
        model.setOptionValue(name, option)
    if len(room.open) > _WIDE:
        model.setOptionValue("time_limit", _SECONDS)
    model.passModel(_program(relaxation, room, scale))
    for phase in (model.cbMipInterrupt, model.cbSimplexInterrupt, model.cbIpmInterrupt):
        phase.subscribe(lambda event: event.interrupt() if stopped() else None)
    limit, ended = np.inf, False
    for _ in range(_TRIES):
        if start is not None:
            _begin(model, room, start)
        model.run()
        status = model.getModelStatus()
        if status == _STATUS.kInfeasible:
            return Found(start, -np.inf, True)
        info = model.getInfo()
        limit = min(limit, base + info.mip_dual_bound / scale)
        ended = status == _STATUS.kOptimal and not close
        column = np.array(model.getSolution().col_value)
        if info.primal_solution_status != 2 or not len(column):
            return Found(start, limit, False)
        chosen = np.flatnonzero(column > 0.5)
        entries = np.sort(np.concatenate([room.settled, room.open[chosen]]))
        if keeps(relaxation, entries):
            return Found(entries, limit, ended)
        if stopped():
            break
        _forbid(model, len(room.open), chosen)
    return Found(start, limit, False)


def _told(nodes: int | None, gap: float, any_will_do: bool) -> dict[str, bool | int | float]:
    """How the solver is to work: alone, without words, with sharp tolerances, to within `gap`."""
    told = {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0}
    told |= {"mip_abs_gap": max(gap, 1e-7), "mip_feasibility_tolerance": 1e-8}
    told |= {} if nodes is None else {"mip_max_nodes": nodes}
    return told | ({"mip_max_improving_sols": 1} if any_will_do else {})


def _program(relaxation: Relaxation, room: Room, scale: float) -> highspy.HighsLp:
    used = relaxation.takes[:, room.settled].sum(axis=1)
    groups, row = np.unique(relaxation.group[room.open], return_inverse=True)
    takes, rows = relaxation.takes[:, room.open], len(relaxation.takes)
    count = len(room.open)
    index = np.vstack([np.tile(np.arange(rows)[:, None], count), rows + row]).T
    number = np.vstack([takes, np.ones(count)]).T
    kept = number != 0
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = count, rows + len(groups)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = relaxation.menu.value[room.open] * scale
    program.col_lower_, program.col_upper_ = np.zeros(count), np.ones(count)
    least = np.isin(groups, room.pressed).astype(np.float64)
    program.row_lower_ = np.append(relaxation.lower - used, np.where(least, 1.0, -_INF))
    program.row_upper_ = np.append(relaxation.upper - used, np.ones(len(groups)))
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = np.append(0, np.cumsum(kept.sum(axis=1))).astype(np.int32)
    program.a_matrix_.index_ = index[kept].astype(np.int32)
    program.a_matrix_.value_ = number[kept]
    program.integrality_ = [highspy.HighsVarType.kInteger] * count
    return program


def _begin(model: highspy.Highs, room: Room, start: Whole) -> None:
    """Tell the search a plan to beat."""
    solution = highspy.HighsSolution()
    solution.col_value = np.isin(room.open, start).astype(np.float64).tolist()
    model.setSolution(solution)


def _forbid(model: highspy.Highs, count: int, chosen: Whole) -> None:
    """Rule out exactly these columns together."""
    sign = np.ones(count)
    sign[chosen] = -1.0
    model.addRow(1.0 - len(chosen), _INF, count, np.arange(count, dtype=np.int32), sign)

"""Solving a small mixed 0/1 programme with HiGHS, the same way every time.

HiGHS through highspy, not scipy: scipy's `milp` is the same solver, but takes neither a seed nor a number of threads,
nor can what costs time here be turned off, and it brings all of scipy along. One thread, a fixed seed, columns in a
fixed order and an optimality gap of zero make the answer a function of the programme alone. HiGHS runs without Python's
lock, so that a page that waits for one person keeps serving the others.
"""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from highspy import HighsLp

# How far from a whole number, and from a bound, a solution may lie: smaller than any weight or amount that is shown.
TOLERANCE: Final = 1e-7
_SEED: Final = 0
# A programme of a hundred columns is solved before these have begun to pay: without them it takes a fifth of the time.
_FOR_SMALL_ONES: Final = (
    ("mip_heuristic_effort", 0.0),
    ("mip_heuristic_run_feasibility_jump", False),
    ("mip_heuristic_run_rins", False),
    ("mip_heuristic_run_rens", False),
    ("mip_heuristic_run_root_reduced_cost", False),
    ("mip_allow_restart", False),
    ("mip_detect_symmetry", False),
)


class OutOfTimeError(Exception):
    """The solver stopped at its time limit, with nothing that is proven; `tracker.suggest` says so in its answer."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sum over columns that lies between two bounds, either of which may be infinite. terms: column -> factor."""

    terms: Mapping[int, float]
    lower: float = -math.inf
    upper: float = math.inf


@dataclass(frozen=True, slots=True)
class Programme:
    """Minimise the costs of columns that lie between 0 and 1.

    costs: of each column. rows: what must hold. shares: how many of the columns, the last ones, may be fractions; all
    others are 0 or 1.
    """

    costs: Sequence[float]
    rows: Sequence[Row]
    shares: int = 0


def solve(programme: Programme, ends_at_s: float) -> tuple[float, ...] | None:
    """Return the best value of each column; None when nothing satisfies all rows.

    ends_at_s: when time is up, as `time.monotonic` tells it. Raises OutOfTimeError when it is, without a proven best.
    """
    if not programme.costs:
        return None if any(row.lower > 0 or row.upper < 0 for row in programme.rows) else ()
    # 60 ms that no other command or page should pay.
    import highspy

    time_limit_s = ends_at_s - time.monotonic()
    if time_limit_s <= 0:
        raise OutOfTimeError
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # annotated, but for its constructor
    solver.silent()
    options: tuple[tuple[str, bool | int | float | str], ...] = (
        ("threads", 1),
        ("parallel", "off"),
        ("random_seed", _SEED),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", TOLERANCE),
        ("mip_feasibility_tolerance", TOLERANCE),
        ("primal_feasibility_tolerance", TOLERANCE),
        ("time_limit", time_limit_s),
        *_FOR_SMALL_ONES,
    )
    for option, value in options:
        solver.setOptionValue(option, value)
    solver.passModel(_model(programme))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kOptimal:
        return tuple(solver.getSolution().col_value)
    if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
        return None
    raise OutOfTimeError


def _model(programme: Programme) -> "HighsLp":
    import highspy

    columns, rows = len(programme.costs), programme.rows
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, len(rows)
    model.col_cost_ = np.asarray(programme.costs, dtype=np.double)
    model.col_lower_, model.col_upper_ = np.zeros(columns), np.ones(columns)
    model.row_lower_ = np.array([row.lower for row in rows], dtype=np.double)
    model.row_upper_ = np.array([row.upper for row in rows], dtype=np.double)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in rows)], dtype=np.int32)
    model.a_matrix_.index_ = np.array([column for row in rows for column in row.terms], dtype=np.int32)
    model.a_matrix_.value_ = np.array([factor for row in rows for factor in row.terms.values()], dtype=np.double)
    whole = columns - programme.shares
    model.integrality_ = [
        highspy.HighsVarType.kInteger if column < whole else highspy.HighsVarType.kContinuous
        for column in range(columns)
    ]
    return model

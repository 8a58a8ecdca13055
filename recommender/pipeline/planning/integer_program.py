"""A mixed-integer programme for HiGHS: columns, rows, a solve; the only place that knows highspy.

One thread, seed 0 and no clock: a limit on nodes ends the search, so the same programme gives the same answer.
"""

from __future__ import annotations

from math import inf
from typing import Any

Terms = dict[int, float]


class IntegerProgram:
    """Columns and rows, in a form that HiGHS takes."""

    def __init__(self) -> None:
        self.lower: list[float] = []
        self.upper: list[float] = []
        self.integral: list[bool] = []
        self.rows: list[tuple[float, float, Terms]] = []

    def column(self, upper: float, integral: bool) -> int:
        self.lower.append(0.0)
        self.upper.append(upper)
        self.integral.append(integral)
        return len(self.upper) - 1

    def row(self, terms: Terms, low: float = -inf, high: float = inf) -> None:
        kept = {column: factor for column, factor in terms.items() if factor}
        if kept:
            self.rows.append((low, high, kept))

    def run(
        self, costs: Terms, maximise: bool, node_limit: int, near: float = 0.0
    ) -> tuple[list[float], float, bool] | None:
        """Return the values of the columns (none if the nodes end first), the bound, whether it is the best; None if
        infeasible. What is `near` the bound by so much of the sum of costs is the best for the caller, who then wants
        no guesses beside the search.

        No solution is given to start from: with one, HiGHS 1.16 has called worse plans optimal.
        """
        if not self.upper:
            return [0.0], 0.0, True  # nothing can be decided
        import highspy

        solver = self._solved(costs, maximise, node_limit, near)
        status, info = solver.getModelStatus(), solver.getInfo()
        feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if not feasible:
            ended = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)
            return None if status in ended else ([], float(info.mip_dual_bound), False)
        optimal = status == highspy.HighsModelStatus.kOptimal
        return list(solver.getSolution().col_value), float(info.mip_dual_bound), optimal

    def prices(self, costs: Terms) -> tuple[list[float], list[float], float] | None:
        """Return what a unit more of each row's end would add to the greatest sum of costs if columns could take any
        value between their ends, what a unit more of each column would, and that sum; None if infeasible."""
        import highspy

        solver = self._solved(costs, True, None)
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = solver.getSolution()
        return list(found.row_dual), list(found.col_dual), float(solver.getInfo().objective_function_value)

    def _solved(self, costs: Terms, maximise: bool, node_limit: int | None, near: float = 0.0) -> Any:
        """Return HiGHS after its run; without a node limit all columns are continuous."""
        import highspy
        import numpy as np
        from highspy._core import _Highs  # the public class prints a banner to standard output, which is for data

        starts, index, factors = [0], [], []
        for _, _, terms in self.rows:
            for column in sorted(terms):
                index.append(column)
                factors.append(terms[column])
            starts.append(len(index))
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.upper), len(self.rows)
        program.sense_ = highspy.ObjSense.kMaximize if maximise else highspy.ObjSense.kMinimize
        program.col_cost_ = np.array([costs.get(column, 0.0) for column in range(len(self.upper))])
        program.col_lower_, program.col_upper_ = np.array(self.lower), np.array(self.upper)
        program.row_lower_ = np.array([low for low, _, _ in self.rows])
        program.row_upper_ = np.array([high for _, high, _ in self.rows])
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        program.a_matrix_.index_ = np.array(index, dtype=np.int32)
        program.a_matrix_.value_ = np.array(factors)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        if node_limit is not None:
            program.integrality_ = [kinds[integral] for integral in self.integral]
        solver = _Highs()
        for name, setting in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", max(near, 0.9 if maximise else 0.5)),  # both objectives are whole numbers
            ("mip_max_nodes", node_limit or 0),
            ("mip_heuristic_effort", 0.0 if near else 0.05),
        ):
            solver.setOptionValue(name, setting)
        solver.passModel(program)
        solver.run()
        return solver

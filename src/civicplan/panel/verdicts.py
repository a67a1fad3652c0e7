"""Verdicts over columns: whether the actual meets the target, what could overturn that, and why there is no verdict."""

from __future__ import annotations

from civicplan.assessment.caveat import Caveat
from civicplan.errors import Reason
from civicplan.model import Verdict
from civicplan.panel.actuals import has_doubt
from civicplan.panel.bounds import accepts, lies_between
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Code, Flag, all_of, any_of, beyond, code_of, no
from civicplan.panel.problems import Problem, code

#: The numbers of the verdicts in a column.
VERDICTS = tuple(Verdict)
#: The caveats that a row can bring along: how its figures came about is not to be seen from them.
BROUGHT = (Caveat.PRICES, Caveat.RATIO, Caveat.PARTS, Caveat.HEDGED)
#: Nobody knows whether such a target is due.
_UNDATED = (Problem.UNREADABLE_PERIOD, Problem.NO_DUE)
CAVEATS = (Caveat.DIGITS, Caveat.TOLERANCE, *BROUGHT)


def with_verdicts(panel: Panel) -> Panel:
    """Return the panel with the number of each verdict and of its reason, and a flag for each caveat."""
    least, most, has_actual = (panel.col(name) for name in ("actual_least", "actual_most", "has_actual"))
    panel = panel.also(
        meets=accepts(panel, panel.col("actual")),
        is_inside=all_of(has_actual, lies_between(panel, least, most)),
        is_outside=all_of(has_actual, no(lies_between(panel, most, least))),
    )
    col = panel.col
    panel = panel.also(
        is_met=any_of(col("is_inside"), all_of(col("meets"), no(col("is_outside")))),
        is_settled=any_of(col("is_inside"), all_of(col("is_outside"), no(col("no_width")))),
    )
    panel = panel.also(is_open=all_of(col("no_width"), no(panel.col("is_settled")), no(col("meets"))))
    panel = panel.also(
        verdict_reason=_reason(panel), is_judged=all_of(col("is_due"), col("has_actual"), no(panel.col("is_open")))
    )
    caveats = {f"caveat_{caveat}": value for caveat, value in _caveats(panel).items()}
    return panel.also(verdict=_verdict(panel), **caveats)


def _reason(panel: Panel) -> Code:
    """Return the number of the reason why a row has no verdict; 0 where it has one."""
    col = panel.col
    is_to_come = all_of(no(col("is_due")), *(col("no_actual") != code(problem) for problem in _UNDATED))
    return code_of(
        (col("problem") != 0, col("problem")),
        (is_to_come, 0),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_open"), code(Reason.TOLERANCE_UNKNOWN)),
        otherwise=0,
    )


def _verdict(panel: Panel) -> Code:
    col, numbers = panel.col, {verdict: VERDICTS.index(verdict) for verdict in VERDICTS}
    return code_of(
        (col("verdict_reason") != 0, numbers[Verdict.NOT_ASSESSABLE]),
        (no(col("is_due")), numbers[Verdict.NOT_DUE]),
        (col("is_met"), numbers[Verdict.MET]),
        otherwise=numbers[Verdict.NOT_MET],
    )


def _caveats(panel: Panel) -> dict[Caveat, Flag]:
    col, is_judged, value, target = panel.col, panel.col("is_judged"), panel.col("actual"), panel.col("target")
    is_short, is_beyond = beyond(target, value, target), beyond(value, target, target)
    worse = any_of(all_of(no(col("lower")), is_short), all_of(no(col("higher")), is_beyond))
    caveats = {
        Caveat.DIGITS: all_of(is_judged, no(col("is_settled"))),
        Caveat.TOLERANCE: all_of(is_judged, col("is_met"), col("about"), worse),
    }
    for caveat in BROUGHT:
        caveats[caveat] = all_of(is_judged, has_doubt(panel, caveat))
    return caveats

"""Verdicts over columns: whether the actual meets the target, what could overturn that, and why there is no verdict."""

from __future__ import annotations

from civicplan.assessment.caveat import Caveat
from civicplan.errors import Reason
from civicplan.model import Verdict
from civicplan.panel.bounds import accepts, beyond
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, col, first_of, flag
from civicplan.panel.problems import Problem, code

#: The numbers of the verdicts in a column.
VERDICTS = tuple(Verdict)
#: The caveats that a row can bring along: how its figures came about is not to be seen from them.
BROUGHT = (Caveat.PRICES, Caveat.RATIO, Caveat.PARTS, Caveat.HEDGED)
CAVEATS = (Caveat.DIGITS, Caveat.TOLERANCE, *BROUGHT)


def with_verdicts(panel: Panel) -> Panel:
    """Return the panel with the number of each verdict and of its reason, and a flag for each caveat."""
    panel = panel.also(
        has_actual=flag(~col("actual").is_null() & (col("problem") == 0)),
        meets=accepts(col("actual")),
        **dict(zip(("is_inside", "is_outside"), sides(col("actual_least"), col("actual_most")), strict=True)),
    )
    panel = panel.also(
        is_met=flag(col("is_inside") | (col("meets") & ~col("is_outside"))),
        is_settled=flag(col("is_inside") | (col("is_outside") & ~col("no_width"))),
    )
    panel = panel.also(is_open=flag(col("no_width") & ~col("is_settled") & ~col("meets")))
    panel = panel.also(verdict_reason=_reason(), is_judged=flag(col("is_due") & col("has_actual") & ~col("is_open")))
    panel = panel.also(verdict=_verdict())
    return panel.also(**{f"caveat_{caveat}": value for caveat, value in _caveats(panel).items()})


def sides(least: Expr, most: Expr) -> tuple[Expr, Expr]:
    """Return where all from the least to the most is acceptable, and where nothing of it is."""
    low, high, strict = col("low"), col("high"), col("is_strict")
    over_low = first_of((low.is_null(), True), (strict, beyond(least, low)), otherwise=~beyond(low, least, low))
    under_high = first_of((high.is_null(), True), (strict, beyond(high, most, high)), otherwise=~beyond(most, high))
    below = first_of((low.is_null(), False), (strict, ~beyond(most, low)), otherwise=beyond(low, most, low))
    above = first_of((high.is_null(), False), (strict, ~beyond(high, least, high)), otherwise=beyond(least, high))
    is_known = ~least.is_null()
    return flag(is_known & over_low & under_high), flag(is_known & (below | above))


def _reason() -> Expr:
    """Return the number of the reason why a row has no verdict; 0 where it has one."""
    return first_of(
        (col("problem") != 0, col("problem")),
        (~col("is_due") & (col("no_actual") != code(Problem.UNREADABLE_PERIOD)), 0),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_open"), code(Reason.TOLERANCE_UNKNOWN)),
        otherwise=0,
    )


def _verdict() -> Expr:
    numbers = {verdict: VERDICTS.index(verdict) for verdict in VERDICTS}
    return first_of(
        (col("verdict_reason") != 0, numbers[Verdict.NOT_ASSESSABLE]),
        (~col("is_due"), numbers[Verdict.NOT_DUE]),
        (col("is_met"), numbers[Verdict.MET]),
        otherwise=numbers[Verdict.NOT_MET],
    )


def _caveats(panel: Panel) -> dict[Caveat, Expr]:
    is_judged, value, target = col("is_judged"), col("actual"), col("target")
    worse = first_of(
        (col("higher"), beyond(target, value, target)),
        (col("lower"), beyond(value, target)),
        otherwise=beyond(target, value, target) | beyond(value, target),
    )
    caveats = {
        Caveat.DIGITS: is_judged & ~col("is_settled"),
        Caveat.TOLERANCE: is_judged & col("is_met") & col("about") & worse,
    }
    for caveat in BROUGHT:
        has_it = col("doubts").str.contains(str(caveat), literal=True) if "doubts" in panel.has else nw.lit(False)
        caveats[caveat] = flag(is_judged & flag(has_it))
    return {caveat: flag(value) for caveat, value in caveats.items()}

"""Series over columns: the latest value of each key, and the base that a method takes where none is stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from civicplan.errors import Reason
from civicplan.methods import escap, eurostat, open_sdg, un
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, Flag, all_of, any_of, code_of, first_of, flag, no, number_of, own
from civicplan.panel.problems import Problem, code
from civicplan.panel.rating.tracks import differs, due_or

#: Where the points of a series lie that may be the base.
Where = Callable[[Panel], Flag]
#: Before and after every year.
_NO_YEAR, _NO_END = -1.0, 10_000.0


class Base(NamedTuple):
    """The base that a method takes from a series: the last of some points, else the first of others.

    Attributes:
        last_of: The points of which the last is taken.
        first_of: Those of which the first is, where there is none of the others.
    """

    last_of: Where
    first_of: Where


def _nowhere(_: Panel) -> Flag:
    return False


def _from_2015(panel: Panel) -> Flag:
    return flag(panel.col("year") >= float(open_sdg.BASE_YEAR))


def _is_before_used(panel: Panel) -> Flag:
    return flag(panel.col("year") < panel.col("used_year"))


FIRST = Base(_nowhere, lambda _: True)
FROM_2015 = Base(_nowhere, _from_2015)
IN_2015 = Base(_nowhere, lambda panel: flag(panel.col("year") == float(escap.BASE_YEAR)))
FIVE_YEARS_BEFORE = Base(
    _nowhere, lambda panel: flag(panel.col("year") >= panel.col("last_year") - float(eurostat.SPAN))
)
UNTIL_2015 = Base(
    lambda panel: all_of(_is_before_used(panel), flag(panel.col("year") <= float(un.BASE_YEAR))), _is_before_used
)


def ends_of(panel: Panel, keys: Sequence[str], base: Base | None) -> Panel:
    """Return one row for each key: its latest one with a value, with the base beside it; a stated baseline is kept.

    What else is told of a key is taken from that row. `key_fault` numbers what is wrong with a key.

    Args:
        panel: The panel with its years, a row for each point.
        keys: The caller's columns that tell one series from another.
        base: The base that the method takes; None takes none.
    """
    is_point = no(any_of(flag(panel.col("value").is_null()), flag(panel.col("year").is_null())))
    panel = panel.also(is_point=is_point)
    panel = panel.also(point_year=number_of((panel.col("is_point"), panel.col("year")), (True, _NO_YEAR)))
    panel = _over(panel, keys, last_year=panel.col("point_year").max())
    panel = _with_fault(panel, keys)
    panel = _with_value_by_due(panel, keys)
    panel = _with_base(panel, keys, base) if base is not None else panel
    latest = panel.frame.filter(panel.col("point_year") == panel.col("last_year"))
    has = panel.has | {"until_year"}
    return panel._replace(has=has, frame=latest.unique(subset=list(keys), keep="any"))


def _over(panel: Panel, keys: Sequence[str], **columns: Expr) -> Panel:
    return panel.also(**{name: column.over(*keys) for name, column in columns.items()})


def _with_fault(panel: Panel, keys: Sequence[str]) -> Panel:
    """A series has one value for each year, and that of the baseline is the baseline."""
    panel = panel.also(one=number_of((panel.col("is_point"), 1.0), (True, 0.0)))
    panel = panel.also(in_year=panel.col("one").sum().over(*keys, own("point_year")))
    panel = panel.also(
        repeats=number_of((flag(panel.col("in_year") > 1), 1.0), (True, 0.0)),
        contradicts=number_of((_contradicts(panel), 1.0), (True, 0.0)),
    )
    panel = _over(panel, keys, repeated=panel.col("repeats").max(), contradicted=panel.col("contradicts").max())
    has_no_key = any_of(*(flag(nw.col(key).is_null()) for key in keys))
    return panel.also(
        key_fault=code_of(
            (has_no_key, code(Problem.NULL_KEY)),
            (flag(panel.col("repeated") > 0), code(Problem.DUPLICATE_KEY)),
            (flag(panel.col("contradicted") > 0), code(Reason.CONFLICTING_OBSERVATIONS)),
            otherwise=0,
        )
    )


def _contradicts(panel: Panel) -> Flag:
    at_base = flag(panel.col("year") == panel.col("base_year"))
    return all_of(panel.col("is_point"), at_base, differs(panel.col("value"), panel.col("baseline")))


def _of_latest(panel: Panel, keys: Sequence[str], value: Expr) -> Expr:
    """Return what the latest row of each key says, in all its rows."""
    is_latest = flag(panel.col("point_year") == panel.col("last_year"))
    return number_of((is_latest, value)).max().over(*keys)


def _with_value_by_due(panel: Panel, keys: Sequence[str]) -> Panel:
    """The latest value up to the target year, which counts once that has passed."""
    by_year = number_of((panel.missing("target"), _NO_END), (True, due_or(panel, un.TARGET_YEAR)))
    panel = panel.also(own_by_year=by_year)
    panel = panel.also(key_by_year=_of_latest(panel, keys, panel.col("own_by_year")))
    in_time = all_of(panel.col("is_point"), flag(panel.col("year") <= panel.col("key_by_year")))
    panel = panel.also(year_in_time=number_of((in_time, panel.col("year"))))
    panel = _over(panel, keys, until_year=panel.col("year_in_time").max())
    is_it = all_of(panel.col("is_point"), flag(panel.col("year") == panel.col("until_year")))
    panel = panel.also(value_in_time=number_of((is_it, panel.col("value"))))
    panel = _over(panel, keys, until_value=panel.col("value_in_time").max())
    base_year, until = panel.col("base_year"), panel.col("until_year")
    is_base = all_of(
        flag(base_year <= panel.col("key_by_year")), any_of(flag(until.is_null()), flag(base_year > until))
    )
    panel = panel.also(
        until_value=first_of((is_base, panel.col("baseline")), otherwise=panel.col("until_value")),
        until_year=first_of((is_base, base_year), otherwise=until),
    )
    return panel.also(used_year=_of_latest(panel, keys, panel.col("until_year")))


def _with_base(panel: Panel, keys: Sequence[str], base: Base) -> Panel:
    """A stated baseline counts; else the point of the series that the method takes."""
    is_point, year = panel.col("is_point"), panel.col("year")
    panel = panel.also(
        late=number_of((all_of(is_point, base.last_of(panel)), year)),
        early=number_of((all_of(is_point, base.first_of(panel)), year)),
    )
    panel = _over(panel, keys, latest_base=panel.col("late").max(), earliest_base=panel.col("early").min())
    latest = panel.col("latest_base")
    panel = panel.also(found_year=first_of((flag(latest.is_null()), panel.col("earliest_base")), otherwise=latest))
    at_base = all_of(is_point, flag(year == panel.col("found_year")))
    panel = panel.also(at_base=number_of((at_base, panel.col("value"))))
    panel = _over(panel, keys, found=panel.col("at_base").max())
    is_stated = no(any_of(flag(panel.col("baseline").is_null()), flag(panel.col("base_year").is_null())))
    return panel.also(
        baseline=first_of((is_stated, panel.col("baseline")), otherwise=panel.col("found")),
        base_year=first_of((is_stated, panel.col("base_year")), otherwise=panel.col("found_year")),
    )

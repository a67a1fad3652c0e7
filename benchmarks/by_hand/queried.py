"""By hand in SQL that DuckDB and Spark both read: one query upon another, and a case for every comparator in each."""

from __future__ import annotations

from collections.abc import Callable

_NUMBERS = "attainment, progress, elapsed, pace, growth, required_growth, catch_up_growth, gap"
_CAVEATS = "caveat_digits, caveat_tolerance, caveat_prices, caveat_ratio, caveat_parts, caveat_hedged"


def query(table: str, as_of: int, given: str) -> str:
    """The whole question to a table.

    Args:
        table: Its name.
        as_of: The year.
        given: The columns that it has.
    """
    steps = (
        f"due <= {as_of} AS is_due, value IS NOT NULL AND period <= {as_of} AS is_known",
        "is_known AND CASE WHEN is_due THEN period = due"
        " ELSE period <= due AND period > baseline_period END AS has_actual",
        "0.5 * power(CAST(10 AS DOUBLE), -places) AS half,"
        " 0.5 * power(CAST(10 AS DOUBLE), -baseline_places) AS baseline_half,"
        f" {_cases(_meets('value'))} AS is_met, {_cases(_meets('baseline'))} AS starts_met",
        f"{_cases(_meets('value - half'))} = {_cases(_meets('value + half'))} AS is_settled",
        _measures(),
        "CASE WHEN elapsed > 0 THEN progress / elapsed END AS pace",
        _extremes(),
        _words(),
        "verdict IN ('met', 'not_met') AND is_settled AS decisive,"
        " verdict IN ('met', 'not_met') AND NOT is_settled AS caveat_digits,"
        " CASE WHEN verdict = 'not_assessable' THEN 'missing_observation' END AS reason,"
        + ", ".join(f" FALSE AS {caveat}" for caveat in _CAVEATS.split(", ")[1:]),
    )
    asked = [f"step_0 AS (SELECT * FROM {table})"]
    asked += [f"step_{n} AS (SELECT *, {step} FROM step_{n - 1})" for n, step in enumerate(steps, 1)]
    answers = f"{given}, {_NUMBERS}, verdict, decisive, {_CAVEATS}, standing, reason"
    return f"WITH {', '.join(asked)} SELECT {answers} FROM step_{len(steps)}"


def _cases(case: Callable[[str], str]) -> str:
    cases = " ".join(f"WHEN comparator = '{sign}' THEN {case(sign)}" for sign in ("≥", ">", "≤", "<"))
    return f"(CASE {cases} END)"


def _meets(value: str) -> Callable[[str], str]:
    operators = {"≥": ">=", ">": ">", "≤": "<=", "<": "<"}
    return lambda sign: f"{value} {operators[sign]} target"


def _measures() -> str:
    ratio = _cases(lambda sign: "value / target" if sign in "≥>" else "target / value")
    gap = _cases(lambda sign: "target - value" if sign in "≥>" else "value - target")
    since = "(period - baseline_period)"
    gone = f"least(greatest({since} / CAST(due - baseline_period AS DOUBLE), 0.0), 1.0)"
    is_later = "is_known AND period > baseline_period"
    return (
        f"CASE WHEN has_actual THEN {ratio} END AS attainment, CASE WHEN has_actual THEN {gap} END AS gap,"
        " CASE WHEN has_actual AND NOT starts_met THEN (value - baseline) / (target - baseline) END AS progress,"
        f" CASE WHEN has_actual THEN {gone} END AS elapsed,"
        f" {_growth(is_later, 'baseline', 'value', since)} AS growth,"
        f" {_growth('NOT starts_met', 'baseline', 'target', '(due - baseline_period)')} AS required_growth,"
        f" {_growth(f'{is_later} AND NOT is_met', 'value', 'target', '(due - period)')} AS catch_up_growth"
    )


def _growth(is_told: str, start: str, end: str, years: str) -> str:
    rate = f"100 * (power({end} / {start}, CAST(1 AS DOUBLE) / {years}) - 1)"
    return f"CASE WHEN {is_told} AND {years} > 0 AND {start} > 0 AND {end} > 0 THEN {rate} END"


def _extremes() -> str:
    ways = ("(target - baseline - baseline_half)", "(target - baseline + baseline_half)")
    corners = ", ".join(f"1 - (target - value {half}) / {way}" for half in ("- half", "+ half") for way in ways)
    is_sure = f"NOT ({ways[0]} <= 0 AND {ways[1]} >= 0)"
    return ", ".join(
        f"CASE WHEN {is_sure} AND has_actual THEN {extreme}({corners}) END AS {name}"
        for name, extreme in (("least_done", "least"), ("most_done", "greatest"))
    )


def _words() -> str:
    verdict = (
        "CASE WHEN NOT is_due THEN 'not_due' WHEN NOT has_actual THEN 'not_assessable'"
        " WHEN is_met THEN 'met' ELSE 'not_met' END AS verdict"
    )
    standing = (
        "CASE WHEN is_due OR NOT has_actual THEN NULL WHEN starts_met AND is_met THEN 'on_track'"
        " WHEN starts_met THEN 'behind' WHEN is_met THEN 'achieved_early' WHEN most_done < -1e-12 THEN 'reversing'"
        " WHEN least_done - elapsed > 1e-12 THEN 'ahead' WHEN most_done - elapsed < -1e-12 THEN 'behind'"
        " ELSE 'on_track' END AS standing"
    )
    return f"{verdict}, {standing}"

"""Laws of time: no answer depends on the day it is run, because nothing looks at a clock."""

import datetime
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import pendulum
from hypothesis import given, settings

import civicplan as cp
from civicplan import Period, Plan
from civicplan.testing import plans

from ._questions import questions

_CLOCKS = {
    *("now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "ctime", "strftime", "clock_gettime"),
}


def clocks_read(run: Callable[[], Any]) -> list[str]:
    """The clocks that were looked at while something ran, in Python or below it."""
    read = []

    def watch(frame: FrameType, event: str, called: Any) -> None:
        name = called.__name__ if event == "c_call" else frame.f_code.co_name if event == "call" else ""
        if name in _CLOCKS:
            read.append(name)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        run()
    finally:
        sys.setprofile(before)
    return read


def test_every_way_of_looking_at_a_clock_is_noticed() -> None:
    assert clocks_read(time.time) == ["time"]
    assert "today" in clocks_read(datetime.date.today)
    assert "now" in clocks_read(lambda: datetime.datetime.now(tz=datetime.UTC))
    assert clocks_read(pendulum.today)
    assert clocks_read(pendulum.now)


@given(question=questions(max_indicators=3))
@settings(max_examples=30)
def test_assessment_does_not_depend_on_the_day_it_is_run(question: tuple[Plan, Period]) -> None:
    plan, as_of = question

    def run() -> None:
        assessment = cp.assess(plan, as_of=as_of)
        assert assessment.to_rows() == cp.assess(plan, as_of=as_of).to_rows()
        assert str(assessment)
        for each in assessment:
            each.explain()
        for task in assessment.tasks:
            task.explain()

    assert clocks_read(run) == []


@given(plan=plans(max_indicators=2, max_tasks=1))
@settings(max_examples=20)
def test_what_is_written_does_not_depend_on_the_day_it_is_written(plan: Plan) -> None:
    def run() -> None:
        for format in ("json", "toml"):
            assert cp.loads(cp.dumps(plan, format=format), format=format) == plan

    assert clocks_read(run) == []

"""A milestone is past due once its window has closed without it, and late when it was done after that."""

from __future__ import annotations

import civicplan as cp

from ._plans import assessed


def dates(as_of: str, due: str, done: str | None) -> tuple[bool, bool]:
    """Whether a milestone is past due and whether it was done late."""
    task = assessed(as_of, milestones=(cp.Milestone(title="opening", due=due, done=done),))
    return bool(task.overdue), bool(task.done_late)


def test_what_was_done_within_its_window_or_before_is_neither_past_due_nor_late() -> None:
    for done in ("2024-01", "2024-10", "2024-10-31", "2024-Q4"):
        assert dates("2024", "2024-10", done) == (False, False), done


def test_what_was_done_after_its_window_is_late_and_no_longer_past_due() -> None:
    for done in ("2024-11", "2024-11-01", "2024-12"):
        assert dates("2024", "2024-10", done) == (False, True), done


def test_what_is_done_after_the_day_is_not_known_yet() -> None:
    assert dates("2024-10", "2024-10", "2024-11") == (True, False)
    assert dates("2024-09", "2024-10", "2024-11") == (False, False)


def test_what_nobody_did_is_past_due_from_the_last_day_of_its_window_on() -> None:
    assert dates("2024-10-30", "2024-10", None) == (False, False)
    assert dates("2024-10-31", "2024-10", None) == (True, False)

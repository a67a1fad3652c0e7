"""Compare what a bureau reports of its tasks at mid-year with the time gone and with the amounts planned."""

from decimal import Decimal

import civicplan as cp
from civicplan.assessment import TaskAssessment
from civicplan.model import ReportedStatus


def main() -> None:
    """Print the table of tasks, then the tasks whose reported status does not fit their reported percent."""
    midyear = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    print(midyear, end="\n\n")

    print("Reported as ahead, with a reported percent no higher than the share of the year gone:")
    for task in midyear.tasks:
        if says(task, ReportedStatus.AHEAD) and isinstance(task.pace, Decimal) and task.pace <= 1:
            print("  " + task.explain(language="en"))

    print("\nReported amounts beside the planned ones:")
    for task in midyear.tasks:
        for amount in task.deliverables:
            if isinstance(amount.delivered, cp.Delivered):
                promise, done = amount.deliverable, amount.delivered.figure
                subject, standing = promise.subject.in_language("en"), str(amount.standing).replace("_", " ")
                print(f"  {task.task.number} {subject}: {done} of {promise.planned} {promise.unit}, {standing}")


def says(task: TaskAssessment, status: ReportedStatus) -> bool:
    """Return whether the latest report of the task gives it this status."""
    return isinstance(task.report, cp.ProgressReport) and task.report.status is status


if __name__ == "__main__":
    main()

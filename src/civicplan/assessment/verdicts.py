"""Joint verdicts: what the verdicts on several targets, or on several amounts, come to together."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.model import Verdict

#: For several targets: any NOT_MET gives NOT_MET; else any NOT_DUE that; else any MET that; else NOT_ASSESSABLE.
TARGET_PRECEDENCE = (Verdict.NOT_MET, Verdict.NOT_DUE, Verdict.MET)
#: For several amounts of one task: what cannot be assessed keeps the rest from being met.
DELIVERABLE_PRECEDENCE = (Verdict.NOT_MET, Verdict.NOT_DUE, Verdict.NOT_ASSESSABLE, Verdict.MET)


def joint_verdict(verdicts: Iterable[tuple[Verdict, bool]], precedence: tuple[Verdict, ...]) -> tuple[Verdict, bool]:
    """Return one verdict for several, and whether it is decisive.

    It is the first of the precedence that any of them is. One decisive miss decides; to be met decisively, all that is
    met must be.

    Args:
        verdicts: Each verdict, and whether it is decisive.
        precedence: The verdicts in the order in which they win.
    """
    given = list(verdicts)
    for verdict in precedence:
        decisive = [is_decisive for other, is_decisive in given if other is verdict]
        if decisive:
            return verdict, any(decisive) if verdict is Verdict.NOT_MET else all(decisive)
    return Verdict.NOT_ASSESSABLE, False

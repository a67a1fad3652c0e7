"""Use the library inside an application: a JSON end point, and a rating of your own."""

import json
from decimal import Decimal
from http import HTTPStatus

import civicplan as cp
from civicplan.assessment import IndicatorAssessment

#: Names of our own for what was missed, with the least share of the target that earns them.
LABELS = ((Decimal("0.95"), "nearly reached"), (Decimal("0.8"), "partly reached"))


def rating(row: IndicatorAssessment) -> str:
    """Return a label for one row; it gives the reason where there is no verdict, and is careful with a caveat."""
    if row.verdict is cp.Verdict.NOT_ASSESSABLE:
        return f"not rated: {row.reason.sentence}" if row.reason else "not rated"
    if row.verdict is cp.Verdict.NOT_DUE:
        return "not due"
    if not row.decisive:
        return "reached, as printed" if row.verdict is cp.Verdict.MET else "not reached, as printed"
    return "reached" if row.verdict is cp.Verdict.MET else how_far(row)


def how_far(row: IndicatorAssessment) -> str:
    """Return a label for a miss, by the target that is furthest from being met."""
    missed = [outcome.attainment for outcome in row.outcomes if outcome.verdict is cp.Verdict.NOT_MET]
    shares = [share for share in missed if isinstance(share, Decimal)]
    if len(shares) < len(missed):
        return "not reached"
    return next((label for least, label in LABELS if min(shares) >= least), "not reached")


def assessment_json(plan: str, as_of: str) -> tuple[HTTPStatus, bytes]:
    """Answer a request such as ``GET /plans/{plan}?as_of=2020`` with a status and a body of JSON.

    Each row is what `to_dict` gives of the indicator, with the rating of our own.
    """
    try:
        assessment = cp.assess(cp.datasets.load(plan), as_of=as_of)
    except cp.UnknownIdError as error:
        return HTTPStatus.NOT_FOUND, body({"error": str(error), "nearest": error.nearest})
    except cp.CivicPlanError as error:
        return HTTPStatus.BAD_REQUEST, body({"error": str(error)})
    rows = [{**row.to_dict(), "rating": rating(row)} for row in assessment]
    return HTTPStatus.OK, body({"plan": plan, "as_of": str(assessment.as_of), "indicators": rows})


def body(content: dict[str, object]) -> bytes:
    """Return the content as JSON in UTF-8."""
    return json.dumps(content, ensure_ascii=False).encode()


def main() -> None:
    """Ask for a plan, then for a plan that does not exist, then for a day that is not a day."""
    status, answer = assessment_json("zhuzhou-13fyp", "2020")
    rows = json.loads(answer)["indicators"]
    print(int(status), f"{len(rows)} rows; the first has attainment {rows[0]['attainment']!r}")
    for row in rows:
        print(f"  {row['number']:>2} {row['id']:<18} {row['rating']}")
    for plan, as_of in (("zhuzhou-13fpy", "2020"), ("zhuzhou-13fyp", "soon")):
        status, answer = assessment_json(plan, as_of)
        print(int(status), json.loads(answer)["error"])


if __name__ == "__main__":
    main()

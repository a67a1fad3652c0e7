"""The applications on the pages answer what the pages promise, also where the pages do not show it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, PlanAssessment
from civicplan.auditing import Findings
from civicplan.formats import json_schema

from .pages import DOCS, blocks


def program_of(page: str) -> dict[str, Any]:
    """The names that the programs of a page define; what is typed at a prompt is left out."""
    names: dict[str, Any] = {}
    for block in blocks(DOCS / "how-to" / page):
        if block.language == "python" and ">>>" not in block.code:
            exec(compile(block.code, f"{page}:{block.line}", "exec"), names)  # the project's own page
    return names


@pytest.fixture(scope="module")
def app() -> Any:
    return program_of("embed-in-an-application.md")["app"]


def send(app: Any, method: str, path: str, **options: Any) -> httpx.Response:
    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path, **options)

    return asyncio.run(answer())


class TestFastAPI:
    @pytest.mark.parametrize("name", cp.datasets.names())
    def test_an_assessment_arrives_whole(self, app: Any, name: str) -> None:
        response = send(app, "GET", f"/plans/{name}/assessment", params={"as_of": "2020"})
        assert response.status_code == 200
        assert response.headers["content-type"] == "application/json"
        assert cp.from_dict(response.json(), PlanAssessment) == cp.assess(cp.datasets.load(name), as_of="2020")
        jsonschema.Draft202012Validator(json_schema(PlanAssessment)).validate(response.json())

    def test_so_does_one_indicator(self, app: Any) -> None:
        response = send(app, "GET", "/plans/zhuzhou-13fyp/indicators/pension", params={"as_of": "2020"})
        assessment = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
        assert cp.from_dict(response.json(), IndicatorAssessment) == assessment["pension"]

    def test_and_what_an_audit_finds_in_a_plan_that_was_sent(self, app: Any) -> None:
        plan = cp.datasets.load("zhuzhou-13fyp")
        response = send(app, "POST", "/findings", content=cp.dumps(plan))
        assert cp.from_dict(response.json(), Findings) == cp.audit(plan)

    def test_a_number_keeps_its_digits_on_the_way(self, app: Any) -> None:
        text = cp.dumps(cp.datasets.load("zhuzhou-13fyp")).replace('"95.0"', "95.0")
        assert "95.0," in text or "95.0\n" in text
        found = send(app, "POST", "/findings", content=text).json()
        assert found == cp.audit(cp.datasets.load("zhuzhou-13fyp")).to_dict()

    @pytest.mark.parametrize(
        ("path", "as_of", "status", "word"),
        [
            ("/plans/zhuzhou-13fpy/assessment", "2020", 404, "zhuzhou-13fyp"),
            ("/plans/zhuzhou-13fyp/indicators/gpd", "2020", 404, "gdp"),
            ("/plans/zhuzhou-13fyp/assessment", "soon", 400, "a period"),
            ("/plans/zhuzhou-13fyp/assessment", None, 422, "as_of"),
        ],
    )
    def test_a_wrong_question_is_answered_with_what_to_write(
        self, app: Any, path: str, as_of: str | None, status: int, word: str
    ) -> None:
        response = send(app, "GET", path, params={} if as_of is None else {"as_of": as_of})
        assert response.status_code == status
        assert word in response.text

    @pytest.mark.parametrize(
        ("body", "path"),
        [
            ('{"schema_version": 2, "id": "p", "title": 5, "period": "2020"}', "$.title"),
            ('{"schema_version": 2, "id": "p"', "line 1, column 32"),
            ("[]", "$"),
            ("", "line 1, column 1"),
        ],
    )
    def test_a_faulty_plan_is_answered_with_its_faults(self, app: Any, body: str, path: str) -> None:
        response = send(app, "POST", "/findings", content=body)
        assert response.status_code == 422
        assert path in [fault["path"] for fault in response.json()["faults"]]

    def test_bytes_that_are_no_text_are_refused(self, app: Any) -> None:
        assert send(app, "POST", "/findings", content=b"\xff\xfe").status_code == 400


@pytest.fixture(scope="module")
def recipe() -> dict[str, Any]:
    return program_of("store-plans.md")


class TestSQLite:
    @pytest.mark.parametrize("name", cp.datasets.names())
    def test_every_plan_comes_back_as_it_was(self, recipe: dict[str, Any], name: str) -> None:
        plan = cp.datasets.load(name)
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute(recipe["TABLE"])
            recipe["save"](database, plan)
            recipe["save"](database, plan)
            assert cp.dumps(recipe["load"](database, name)) == cp.dumps(plan)

    def test_of_many_who_add_something_at_once_none_loses_it(self, recipe: dict[str, Any], tmp_path: Path) -> None:
        file, years = tmp_path / "plans.sqlite", range(2021, 2041)
        plan = cp.Plan(id="p", title="A plan", period="2021/2040", indicators=(cp.Indicator(id="a", name="a"),))
        with closing(sqlite3.connect(file)) as database:
            database.execute(recipe["TABLE"])
            recipe["save"](database, plan)

        def add(year: int) -> None:
            with closing(sqlite3.connect(file, timeout=60)) as own:
                recipe["add_observation"](own, "p", "a", cp.Observation(period=year, figure=str(year)))

        with ThreadPoolExecutor(8) as threads:
            list(threads.map(add, years))
        with closing(sqlite3.connect(file)) as database:
            observations = recipe["load"](database, "p")["a"].observations
        assert sorted(str(observation.period) for observation in observations) == [str(year) for year in years]

    def test_what_the_plan_refuses_is_not_written(self, recipe: dict[str, Any]) -> None:
        plan = cp.datasets.load("zhuzhou-13fyp")
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute(recipe["TABLE"])
            recipe["save"](database, plan)
            for indicator, figure in (("gdp", "5"), ("gpd", "5")):
                with pytest.raises(cp.CivicPlanError):
                    recipe["add_observation"](
                        database, plan.id, indicator, cp.Observation(period="2020", figure=figure)
                    )
                assert not database.in_transaction
            assert recipe["load"](database, plan.id) == plan

    def test_a_document_that_was_damaged_is_refused_with_its_faults(self, recipe: dict[str, Any]) -> None:
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute(recipe["TABLE"])
            database.execute("INSERT INTO plan VALUES ('p', ?)", (json.dumps({"schema_version": 2, "id": "p"}),))
            with pytest.raises(cp.PlanFormatError, match="the stored plan p has 2 faults"):
                recipe["load"](database, "p")

"""Tables of indicators in documents of the project's own: tabs, Markdown, strokes and a line for each cell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import civicplan as cp
from civicplan.model import Delegated, Indicator, Qualitative, Relative, Threshold
from civicplan.render.languages import LANGUAGES
from civicplan.zh.indicators.indicator_tables import IndicatorTable, read_indicator_tables

SAMPLES = Path(__file__).parent / "samples"


def table(name: str) -> IndicatorTable:
    (read,) = read_indicator_tables((SAMPLES / name).read_text(encoding="utf-8"), document=name).value
    return read


def left_out(name: str) -> dict[str, str]:
    """What is left out of a document: each text with its code."""
    reading = read_indicator_tables((SAMPLES / name).read_text(encoding="utf-8"))
    return {said.text: said.code for said in reading.diagnostics if said.left_out}


def shown(indicator: Indicator) -> tuple[str, ...]:
    """The targets of a row, with the measures and periods that are stated."""
    return tuple(map(_shown, indicator.targets))


def _shown(target: object) -> str:
    match target:
        case Threshold(bound=bound, measure=measure, period=period):
            return " ".join(
                [str(bound), *([str(measure)] if measure != "level" else []), *([str(period)] if period else [])]
            )
        case Relative(reference=reference, relation=relation):
            return f"{relation} {reference}"
        case Delegated(authority=authority):
            return f"by {authority}"
        case Qualitative(text=text):
            return str(text)
    raise AssertionError(target)


class TestTwoRowsOfHeadingsAndMovedCells:
    """The table of a plan that is over, in two halves with tabs: rows of it have lost their first cells."""

    def test_the_table_is_in_its_box(self) -> None:
        read = table("river-13fyp.txt")
        assert (read.box, read.title, str(read.period)) == ("2", "“十三五”规划主要指标完成情况", "2016/2020")
        assert read.source == cp.Source(document="river-13fyp.txt", line=1, box="2")

    def test_every_row_is_read_as_printed(self) -> None:
        rows = {
            row.id: (
                row.number,
                str(row.group or ""),
                row.unit,
                str(row.baseline),
                shown(row),
                list(map(str, row.observations)),
            )
            for row in table("river-13fyp.txt").indicators
        }
        income, fall = "居民人均可支配收入", "主要污染物排放总量减少"
        over = "(2016/2020)"
        assert rows == {
            "地区生产总值": (
                "1",
                "",
                "亿元",
                "812.4 (2015)",
                ("≥1250", "≥9 growth"),
                ["1203.6 (2020)", f"8.2 %/yr {over}"],
            ),
            "固定资产投资": (
                *("2", "", "亿元", "[2210] (2011/2015)", ("≥4300 total", "≥12 growth")),
                [f"[4128] {over}", f"10.6 %/yr {over}"],
            ),
            "服务业增加值比重": ("3", "", "%", "38.2 (2015)", ("≥45",), ["46.1 (2020)"]),
            f"城镇{income}": (
                "4",
                income,
                "万元",
                "2.41 (2015)",
                ("≥3.6", "≥8.4 growth"),
                ["3.52 (2020)", f"7.9 %/yr {over}"],
            ),
            f"农村{income}": (
                "4",
                income,
                "万元",
                "1.12 (2015)",
                ("≥1.75", "≥9.3 growth"),
                ["1.69 (2020)", f"8.6 %/yr {over}"],
            ),
            "城镇新增就业人数": ("5", "", "万人", "[11.6] (2011/2015)", ("≥12 total",), [f"[13.05] {over}"]),
            "基本养老保险参保率": ("6", "", "%", "86.1 (2015)", (">93",), ["93.0 (2020)"]),
            "单位地区生产总值能源消耗降低": ("7", "", "%", "None", ("≥16 reduction",), [f"[19.3 %] {over}"]),
            "细颗粒物(pm2.5)浓度下降": ("8", "空气质量", "%", "None", (">20 reduction",), [f"[27.5 %] {over}"]),
            "城市空气质量优良天数比例": ("8", "空气质量", "%", "74 (2015)", (">80",), ["83.9 (2020)"]),
            "化学需氧量": ("9", fall, "%", "[9.62 %] (2011/2015)", ("≥10 reduction",), [f"[11.40 %] {over}"]),
            "氨氮": ("9", fall, "%", "[10.05 %] (2011/2015)", ("≥10 reduction",), [f"[9.80 %] {over}"]),
        }

    def test_moved_cells_are_noted(self) -> None:
        moved = {row.id for row in table("river-13fyp.txt").indicators if "had moved" in str(row.notes)}
        assert moved == {"服务业增加值比重", "农村居民人均可支配收入", "氨氮"}

    def test_the_assessment_follows_from_the_figures(self) -> None:
        assessment = cp.assess(table("river-13fyp.txt").to_plan(id="river"), as_of=2020)
        verdicts = {row.indicator.id: row.verdict for row in assessment}
        assert {id for id, verdict in verdicts.items() if verdict == "not_met"} == {
            *(
                "地区生产总值",
                "固定资产投资",
                "城镇居民人均可支配收入",
                "农村居民人均可支配收入",
                "基本养老保险参保率",
                "氨氮",
            ),
        }

    def test_the_plan_has_the_box_and_the_claims(self) -> None:
        plan = table("river-13fyp.txt").to_plan(id="river", title="The river city")
        assert (str(plan.title), plan.boxes[0].number, len(plan.claims)) == ("The river city", "2", 4)
        assert plan.boxes[0].indicators == tuple(indicator.id for indicator in plan)
        # What it calls met is contradicted by nothing, and the name of no row keeps its list from being complete.
        assert not [found for found in cp.audit(plan) if found.code == "undisclosed-shortfall"]


class TestMarkdownWithTargetsInWords:
    def test_the_targets(self) -> None:
        rows = {row.id: shown(row) for row in table("lake-14fyp.md").indicators}
        assert rows == {
            "地区生产总值增长": ("≥7 growth",),
            "全员劳动生产率增长": ("above 地区生产总值增长",),
            "居民人均可支配收入增长": ("in_step 地区生产总值增长",),
            "常住人口城镇化率": ("≈64",),
            "城镇调查失业率": ("<5.5",),
            "人均预期寿命": ("≥1.2 change",),
            "每千人口拥有3岁以下婴幼儿托位数": ("≥4.2",),
            "单位gdp能源消耗降低": ("by 上级",),
            "能源消费总量": ("by 省",),
            "服务业增加值比重": ("≥3 change",),
            "森林覆盖率": ("≥45",),
            "居民消费价格涨幅": (),
            "文化产业发展": ("保持适度增长",),
        }

    def test_what_no_word_decides_is_left_out(self) -> None:
        assert left_out("lake-14fyp.md") == {"3": "rate-of-a-share"}

    def test_marks_and_what_they_mean(self) -> None:
        read = table("lake-14fyp.md")
        rows = {row.id: row for row in read.indicators}
        assert [row.marks for row in (rows["地区生产总值增长"], rows["每千人口拥有3岁以下婴幼儿托位数"])] == [
            ("☆",),
            ("△",),
        ]
        assert {one.mark: one.meaning for one in read.explained}["☆"] == "国家指标"
        assert str(rows["常住人口城镇化率"].baseline) == "58.4 (2019)"
        assert "2019" in str(rows["常住人口城镇化率"].notes)

    def test_natures_are_read(self) -> None:
        binding = [row.number for row in table("lake-14fyp.md").indicators if row.nature == "binding"]
        assert binding == ["8", "9", "11"]


class TestStrokesWithRowsOfHeadings:
    """A mid-term table: targets and actuals of one year within the plan beside those of its end."""

    def test_rows_are_listed_under_the_headings_between_them(self) -> None:
        rows = [(row.number, str(row.category), str(row.group or "")) for row in table("bay-review.txt").indicators]
        assert rows == [
            ("1", "结构", ""),
            ("1", "结构", "第三产业增加值占地区生产总值比重"),
            ("2", "环境", ""),
            ("3", "环境", ""),
            ("4", "环境", ""),
            ("5", "环境", ""),
        ]

    def test_targets_of_two_years(self) -> None:
        rows = {row.number: row for row in table("bay-review.txt").indicators if row.group is None}
        assert shown(rows["1"]) == ("≥43 2018", "≥46")
        assert shown(rows["3"]) == ("≤4.2 2018", "≤4.5")
        assert [str(one) for one in rows["3"].observations] == ["3.3 (2018)"]

    def test_a_part_needs_a_word_of_its_own(self) -> None:
        part = next(row for row in table("bay-review.txt").indicators if row.group)
        assert (part.direction, shown(part)) == (None, (">8",))

    def test_what_no_word_decides_is_left_out(self) -> None:
        said = left_out("bay-review.txt")
        assert said["70"] == said["85"] == said["7"] == "target-without-sign"
        assert said["8O"] == "letter-for-digit"


class TestHtmlWithMergedCells:
    def test_rows_and_columns_that_are_merged(self) -> None:
        rows = {
            str(row.name): (str(row.category), str(row.group or ""), row.unit, str(row.baseline), shown(row))
            for row in table("hill-14fyp.html").indicators
        }
        assert rows == {
            "研究与试验发展(R&D)经费投入强度": ("创新", "", "%", "1.2 (2020)", ("≥1.6 2023", "≥2")),
            "每万人口发明专利拥有量": ("创新", "专利", "件", "3.4 (2020)", ("≥5 2023", "≥7.5")),
            "专利授权量": ("创新", "专利", "件", "820 (2020)", ("≥950 2023", "≥1100")),
            "粮食综合生产能力": ("安全", "", "万吨", "61 (2020)", ("≥60 2023", "≥60")),
            "亿元地区生产总值生产安全事故死亡率": ("安全", "", "人/亿元", "0.042 (2020)", ("≤0.036 2023", "≤0.03")),
        }

    def test_a_target_below_the_baseline_is_said(self) -> None:
        text = (SAMPLES / "hill-14fyp.html").read_text(encoding="utf-8")
        assert "target-met-by-baseline" in [said.code for said in read_indicator_tables(text).diagnostics]


class TestOneCellPerLine:
    def test_every_row(self) -> None:
        rows = {
            str(row.name): (row.unit, str(row.baseline), shown(row), str(row.nature))
            for row in table("port-cells.txt").indicators
        }
        assert rows == {
            "城镇调查失业率": ("%", "5.4 (2020)", ("≤5.5",), "expected"),
            "人均公园绿地面积": ("平方米", "13.1 (2020)", ("≥15",), "expected"),
            "每千人口护士数": ("人", "3.3 (2020)", ("≥4.1",), "expected"),
            "地表水劣Ⅴ类水体比例": ("%", "3.5 (2020)", ("≤0",), "binding"),
        }

    def test_a_figure_names_the_line_of_its_own(self) -> None:
        lines = (SAMPLES / "port-cells.txt").read_text(encoding="utf-8").split("\n")
        for row in table("port-cells.txt").indicators:
            assert row.baseline is not None
            assert row.baseline.source is not None
            assert row.baseline.source.line is not None
            assert lines[row.baseline.source.line - 1] == str(row.baseline.number)


@pytest.mark.parametrize("name", ["hill-14fyp.html", "river-13fyp.txt", "lake-14fyp.md", "bay-review.txt"])
class TestEverySample:
    def test_every_figure_stands_in_its_line(self, name: str) -> None:
        lines = (SAMPLES / name).read_text(encoding="utf-8").split("\n")
        for row in table(name).indicators:
            assert row.source is not None
            assert row.source.line is not None
            line = lines[row.source.line - 1]
            figures = [target.bound.figure for target in row.targets if isinstance(target, Threshold)]
            figures += [one.number for one in (*row.observations, *([row.baseline] if row.baseline else []))]
            assert all(str(figure) in line for figure in figures), row.id

    def test_every_assumption_is_a_diagnostic_and_a_note(self, name: str) -> None:
        said = read_indicator_tables((SAMPLES / name).read_text(encoding="utf-8")).diagnostics
        for row in table(name).indicators:
            if row.direction is not None:
                assert row.notes is not None
                note = row.notes.in_language("en").partition("listed word")[0]
                assert note
                assert any(one.code == "direction-by-word" and not one.left_out for one in said)

    def test_every_note_is_said_in_english_and_in_chinese(self, name: str) -> None:
        noted = [row for row in table(name).indicators if row.notes is not None]
        assert noted
        for row in noted:
            assert row.notes is not None
            assert row.notes.languages == LANGUAGES
            # What stands in both is a listed word, such as GDP.
            english, chinese = (re.findall("[A-Za-z]{2,}", words) for _, words in row.notes.entries)
            assert english
            assert all(word.isupper() for word in chinese), row.notes

    def test_the_plan_reads_back_equal(self, name: str) -> None:
        plan = table(name).to_plan(id="plan")
        assert cp.loads(cp.dumps(plan)) == plan

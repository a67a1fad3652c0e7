"""Charts and reports that are drawn when the pages are built, so that they cannot fall behind the library.

They show what `examples/gallery.py` shows, and the town of the tutorial.
"""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import gallery
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import civicplan as cp
from civicplan.assessment import PlanAssessment


def town(as_of: str) -> PlanAssessment:
    """Return the plan of the tutorial, assessed as of a day."""
    observations = {"2023": "19.6", "2025": "14.6"}
    water = cp.Indicator(
        id="water-loss",
        name="water lost in the pipes",
        unit="%",
        baseline=("2020", "24.0"),
        targets=("≤15",),
        observations=observations,
    )
    return cp.assess(cp.Plan(id="town", title="A town", period="2021/2025", indicators=(water,)), as_of=as_of)


class Picture(NamedTuple):
    """A chart, by the name of the function that draws it, and what it shows."""

    chart: cp.show.ChartName
    shown: Callable[[], Any]

    def drawn(self, **look: Any) -> Any:
        """Draw it in a language, a theme and a width."""
        return getattr(cp.show, self.chart)(self.shown(), **look)


PICTURES = {
    **{chart: Picture(chart, shown) for chart, shown in gallery.SHOWN.items()},
    "water-loss": Picture("trajectory", lambda: town("2023")["water-loss"]),
}
REPORTS = {"zhuzhou": gallery.zhuzhou, "town": lambda: town("2025")}

#: The folder of what is drawn, beside the pages.
FOLDER = "charts"
#: The widths that are drawn [pixels]; what is made for a phone has letters that can be read there.
WIDE, NARROW = 800, 360
PHONE = "(max-width: 34em)"
#: Words of which there are more are sentences [letters].
LONG = 60
DATA = {"en": "The table of data", "zh": "数据表"}


class Drawn(SphinxDirective):
    """What is drawn of a picture or a report, by its name, in the place of the directive."""

    required_arguments = 1
    option_spec: ClassVar = {"language": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Draw it, and return what shows it."""
        self.env.note_dependency(gallery.__file__)
        self.folder.mkdir(parents=True, exist_ok=True)
        html = self.html(self.arguments[0], self.options.get("language", "en"))
        return [nodes.raw("", html, format="html")]

    @property
    def folder(self) -> Path:
        """The folder of what is drawn."""
        return Path(self.env.app.outdir) / FOLDER

    def address(self, file: str) -> str:
        """Return where the page finds a file of the folder."""
        return f"{'../' * self.env.docname.count('/')}{FOLDER}/{file}"

    def html(self, name: str, language: str) -> str:
        """Draw it in a language, and return the HTML that shows it."""
        raise NotImplementedError


class ChartDirective(Drawn):
    """A chart on light and on dark, for a wide window and a phone, with what it says in words and its table of data."""

    def html(self, name: str, language: str) -> str:
        """Draw it in both themes."""
        pictures = "".join(self.picture(name, language, theme) for theme in ("light", "dark"))
        return f'<div class="chart" lang="{language}">{pictures}{data(name, language)}</div>'

    def picture(self, name: str, language: str, theme: str) -> str:
        """Draw it in a theme, and return the picture that chooses between its widths."""
        files = [f"{name}-{language}-{theme}-{width}.svg" for width in (WIDE, NARROW)]
        charts = [PICTURES[name].drawn(language=language, theme=theme, width=width) for width in (WIDE, NARROW)]
        for file, chart in zip(files, charts, strict=True):
            cp.show.save(chart, self.folder / file)
        wide, narrow = map(self.address, files)
        image = f'<img src="{wide}" alt="{escape(str(charts[0].description))}">'
        return f'<picture class="only-{theme}"><source media="{PHONE}" srcset="{narrow}">{image}</picture>'


def data(name: str, language: str) -> str:
    """Return the table of data of a chart, which opens where it is asked for."""
    picture = PICTURES[name]
    rows = cp.show.chart_data(picture.chart, picture.shown(), language=language)
    heading = "".join(f'<th scope="col">{escape(column)}</th>' for column in rows[0])
    lines = "".join(f"<tr>{''.join(map(cell, row.values()))}</tr>" for row in rows)
    table = f'<table class="docutils"><thead><tr>{heading}</tr></thead><tbody>{lines}</tbody></table>'
    return f'<details><summary>{DATA[language]}</summary><div class="table-wrapper">{table}</div></details>'


def cell(words: str) -> str:
    """Return a cell of the table; sentences have more width than numbers."""
    return f'<td class="sentences">{escape(words)}</td>' if len(words) > LONG else f"<td>{escape(words)}</td>"


class ReportDirective(Drawn):
    """A report in a frame, and a link to its own page."""

    def html(self, name: str, language: str) -> str:
        """Write it beside the charts."""
        assessment, file = REPORTS[name](), f"report-{name}-{language}.html"
        (self.folder / file).write_text(cp.show.report(assessment, language=language), encoding="utf-8")
        title, address = escape(f"Report: {assessment.plan.title.in_language(language)}"), self.address(file)
        frame = f'<iframe class="report" src="{address}" title="{title}" loading="lazy"></iframe>'
        return f'{frame}<p><a href="{address}">Open the report on its own page</a></p>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx of the directives."""
    app.add_directive("chart", ChartDirective)
    app.add_directive("report", ReportDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

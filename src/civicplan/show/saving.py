"""Charts as pictures that need nothing from elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from civicplan.disk import PathLike, replace
from civicplan.errors import InvalidTypeError, InvalidValueError, MissingExtraError, describe
from civicplan.show.fonts import check_letters
from civicplan.show.theme import FONT

if TYPE_CHECKING:
    import altair as alt

    #: Anything that altair draws.
    Chart: TypeAlias = alt.Chart | alt.LayerChart | alt.ConcatChart | alt.HConcatChart | alt.VConcatChart

#: A picture has so many dots for each pixel of the chart, so that it is sharp on paper.
_DOTS = 2
#: The fonts of a text, which stand once at the beginning instead of with each of hundreds.
_FONTS = re.compile(f'(<text [^<>]*?) font-family="{FONT}"')


def to_svg(chart: Chart) -> str:
    """Return a chart as SVG that stands in any page: it loads nothing, runs nothing, and says what it shows.

    The same chart gives the same text. Its words stay words; whoever opens it needs a font for them.

    Args:
        chart: The chart.

    Raises:
        InvalidTypeError: It is no chart. It is a TypeError.
        MissingExtraError: vl-convert-python is not installed.

    >>> from civicplan import datasets
    >>> from civicplan.assessment import assess
    >>> from civicplan.show import attainment
    >>> svg = to_svg(attainment(assess(datasets.load("zhuzhou-13fyp"), as_of="2020")))
    >>> "全员劳动生产率" in svg, "<script" in svg
    (True, False)
    """
    if find_spec("vl_convert") is None or find_spec("altair") is None:
        raise MissingExtraError("civicplan.show.to_svg", "civicplan[charts]")
    _check_chart(chart)
    import altair as alt
    import vl_convert

    spec: dict[str, Any] = chart.to_dict()
    # One label says what the picture shows; `chart_data` gives what there is to say of each mark.
    config = spec.get("config", {})
    spec["config"] = {**config, "aria": False}
    version = alt.SCHEMA_VERSION.rpartition(".")[0]
    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=version, allowed_base_urls=[])
    label = f'role="img" aria-label="{escape(str(spec.get("description", "")))}"'
    return _FONTS.sub(r"\1", drawn).replace("<svg ", f'<svg {label} font-family="{FONT}" ', 1)


def to_png(chart: Chart) -> bytes:
    """Return a chart as a picture.

    Args:
        chart: The chart.

    Raises:
        InvalidTypeError: It is no chart. It is a TypeError.
        MissingExtraError: vl-convert-python is not installed.
        MissingFontError: It has Chinese words, and no font of the system has such letters.

    >>> import civicplan as cp
    >>> reached = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    >>> to_png(cp.show.timeline(reached, language="en"))[1:4]
    b'PNG'
    """
    svg = to_svg(chart)
    check_letters(svg)
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=_DOTS))


def save(chart: Chart, path: PathLike) -> None:
    """Write a chart to a file, whole or not at all.

    Args:
        chart: The chart.
        path: The file; its suffix, .svg or .png, chooses the format.

    Raises:
        InvalidTypeError: The first is no chart, or the second no path. It is a TypeError.
        InvalidValueError: The suffix is another one.
        PlanFileError: There is no such folder, or the file cannot be written.
        MissingExtraError: vl-convert-python is not installed.
        MissingFontError: A picture in dots is to have Chinese words, and no font of the system has such letters.

    >>> import civicplan as cp, pathlib, tempfile
    >>> chart = cp.show.findings(cp.audit(cp.datasets.load("zhuzhou-13fyp")), language="en")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save(chart, pathlib.Path(folder, "findings.svg"))
    ...     pathlib.Path(folder, "findings.svg").read_text(encoding="utf-8")[:4]
    '<svg'
    """
    if find_spec("altair") is None:
        raise MissingExtraError("civicplan.show.save", "civicplan[charts]")
    _check_chart(chart)
    replace(path, _drawer(path)(chart))


def _drawer(path: object) -> Callable[[Chart], bytes]:
    """Return what draws a chart in the format that the suffix of a file chooses."""
    if not isinstance(path, str | os.PathLike):
        raise InvalidTypeError("path", "the path of a file", describe(path), 'write save(chart, "chart.svg")')
    suffix = Path(path).suffix.lower()
    if suffix == ".svg":
        return lambda chart: to_svg(chart).encode()
    if suffix == ".png":
        return to_png
    raise InvalidValueError("path", "a file name that ends in .svg or .png", describe(os.fspath(path)))


def _check_chart(chart: object) -> None:
    """Refuse what is no chart, such as the assessment of which one is to be drawn."""
    import altair as alt

    if not isinstance(chart, alt.TopLevelMixin):
        advice = "write attainment(assessment), or another function of civicplan.show, for the chart"
        if isinstance(chart, str):
            advice = (
                """write pathlib.Path("report.html").write_text(report, encoding="utf-8") for a page that is text"""
            )
        raise InvalidTypeError("chart", "a chart", describe(chart), advice)

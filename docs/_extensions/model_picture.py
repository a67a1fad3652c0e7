"""A picture of the model, drawn from its classes when the pages are built, so that it cannot fall behind them."""

from html import escape
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from civicplan import model
from civicplan.model.reply import Reply

#: The nouns that nothing else holds.
ROOTS = (model.Plan, Reply)

#: The unions that are drawn as one box, by their members.
UNIONS = {get_args(model.Target): "Target", get_args(model.Claim): "Claim"}

#: The page that describes the model.
REFERENCE = "reference/model"

#: Sizes in the units of the drawing: of a box, between two columns, of a line, inside and between boxes.
WIDTH, GUTTER, LINE, PADDING, SPACE = 206, 40, 18, 8, 14


@attrs.frozen
class Row:
    """One line of a box: a field and what it holds, or a member of a union."""

    name: str
    type: str = ""
    noun: str | None = None
    link: str | None = None


@attrs.define
class Box:
    """A noun with its lines, and where its upper left corner is."""

    name: str
    link: str
    rows: list[Row]
    column: int
    y: int = 0

    @property
    def x(self) -> int:
        """The left edge."""
        return self.column * (WIDTH + GUTTER)

    @property
    def height(self) -> int:
        """The heading and every line, with a margin above and below."""
        return LINE * (len(self.rows) + 1) + 2 * PADDING

    def middle(self, line: int) -> int:
        """The middle of a line; the heading is line 0."""
        return self.y + PADDING + LINE * line + LINE // 2


def read(hint: Any) -> tuple[tuple[type, ...], str]:
    """Return the classes that a field can hold, and a sign: "?" where it may be None, "…" where it is a tuple."""
    if get_origin(hint) is tuple:
        return read(get_args(hint)[0])[0], "…"
    members = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    classes = tuple(member for member in members if member is not NoneType)
    return classes, "?" if NoneType in members else ""


def name_of(classes: tuple[type, ...]) -> str:
    """Return what a box for these classes is called."""
    return UNIONS.get(classes) or " or ".join(cls.__name__ for cls in classes)


def link_to(cls: type) -> str:
    """Return the entry of a class on the page of the model."""
    return f"#{model.__name__}.{cls.__name__}" if cls.__name__ in model.__all__ else f"#{cls.__module__}.{cls.__name__}"


def is_noun(cls: type) -> bool:
    """Whether a class belongs to the model and has fields."""
    return attrs.has(cls) and cls.__module__.startswith(model.__name__)


def box_of(classes: tuple[type, ...], column: int) -> tuple[Box, list[tuple[type, ...]]]:
    """Return the box of a class, or of the members of a union, and the nouns that its fields hold."""
    if classes in UNIONS:
        rows = [Row(cls.__name__, link=link_to(cls)) for cls in classes]
        return Box(UNIONS[classes], f"#{model.__name__}.{UNIONS[classes]}", rows, column), []
    (cls,) = classes
    hints, rows, held = get_type_hints(cls), list[Row](), list[tuple[type, ...]]()
    for field in attrs.fields(cls):
        members, sign = read(hints[field.name])
        noun = name_of(members) if all(map(is_noun, members)) else None
        rows.append(Row(field.name, name_of(members) + sign, noun))
        held += [members] if noun else []
    return Box(cls.__name__, link_to(cls), rows, column), held


def boxes() -> list[Box]:
    """Return every noun of the model, each in a column right of what first holds it, without overlaps."""
    drawn: dict[str, Box] = {}
    waiting: list[tuple[tuple[type, ...], int]] = [((root,), 0) for root in ROOTS]
    while waiting:
        classes, column = waiting.pop(0)
        if name_of(classes) not in drawn:
            drawn[name_of(classes)], held = box_of(classes, column)
            waiting += [(members, min(column + 1, 2)) for members in held]
    bottoms: dict[int, int] = {}
    for box in drawn.values():
        box.y = bottoms.get(box.column, 0)
        bottoms[box.column] = box.y + box.height + SPACE
    return list(drawn.values())


def svg_of_box(box: Box, page: str) -> str:
    """Draw a box."""
    left, right = box.x + PADDING, box.x + WIDTH - PADDING
    noun = f'<text class="noun" x="{left}" y="{box.middle(0) + 4}">{box.name}</text>'
    lines = [
        f'<rect x="{box.x}" y="{box.y}" width="{WIDTH}" height="{box.height}" rx="4"/>',
        f'<a href="{page}{box.link}">{noun}</a>',
    ]
    for number, row in enumerate(box.rows, 1):
        name = f'<text x="{left}" y="{box.middle(number) + 4}">{escape(row.name)}</text>'
        lines.append(f'<a href="{page}{row.link}">{name}</a>' if row.link else name)
        lines.append(f'<text class="type" x="{right}" y="{box.middle(number) + 4}">{escape(row.type)}</text>')
    return "".join(lines)


def svg_of_line(start: Box, number: int, end: Box) -> str:
    """Draw a line from a field to the heading of the noun that it holds; within a column it bends round the right."""
    x, y, right = start.x + WIDTH, start.middle(number), end.column > start.column
    to, bend = (end.x, GUTTER // 2) if right else (end.x + WIDTH, GUTTER // 2)
    turn = to - bend if right else to + bend
    return f'<path d="M{x} {y} C{x + bend} {y} {turn} {end.middle(0)} {to} {end.middle(0)}"/>'


def svg(page: str) -> str:
    """Draw the model."""
    drawn = {box.name: box for box in boxes()}
    width = 3 * WIDTH + 2 * GUTTER + GUTTER // 2
    height = max(box.y + box.height for box in drawn.values())
    lines = [
        svg_of_line(box, number, drawn[row.noun])
        for box in drawn.values()
        for number, row in enumerate(box.rows, 1)
        if row.noun
    ]
    content = "".join([*lines, *(svg_of_box(box, page) for box in drawn.values())])
    return (
        '<div class="model-picture" tabindex="0" role="group" aria-label="The classes of the model and what they hold">'
        f'<svg viewBox="-1 -1 {width + 2} {height + 2}" width="{width}" xmlns="http://www.w3.org/2000/svg">{content}</svg>'
        "</div>"
    )


class ModelPicture(SphinxDirective):
    """The picture, in the place of the directive."""

    def run(self) -> list[nodes.Node]:
        """Draw it with links that lead from this page."""
        page = self.env.app.builder.get_relative_uri(self.env.docname, REFERENCE)
        return [nodes.raw("", svg(page), format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx of the directive."""
    app.add_directive("model-picture", ModelPicture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

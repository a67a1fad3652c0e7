"""The executed notebooks of examples/: how they are run, and what of a run is kept.

Run as a script it executes every notebook anew and writes it back; with the name of one, it prints that one instead.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTEBOOKS = tuple(sorted(EXAMPLES.glob("*.ipynb")))

#: All that a notebook says of the machine it ran on.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

#: Its functions carry no types, so it comes in as a module of Any.
nbformat: Any = import_module("nbformat")


def read(path: Path) -> Any:
    """The notebook as it is stored."""
    return nbformat.read(path, as_version=4)


def executed(path: Path) -> Any:
    """The notebook run from top to bottom by the interpreter that runs this, with nothing of the machine left in it."""
    from nbclient import NotebookClient

    notebook = read(path)
    NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=120,
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    notebook.metadata = nbformat.from_dict(METADATA)
    for index, cell in enumerate(notebook.cells):
        cell.metadata = nbformat.from_dict({})
        cell.id = f"cell-{index + 1}"
        if cell.cell_type == "code":
            cell.outputs = _in_one_piece(cell.outputs)
    return notebook


def _in_one_piece(outputs: list[Any]) -> list[Any]:
    """The outputs, with what was printed in several pieces put together: where it was cut depends on the machine."""
    whole: list[Any] = []
    for output in outputs:
        last = whole[-1] if whole else None
        if last is not None and last.output_type == output.output_type == "stream" and last.name == output.name:
            last.text += output.text
        else:
            whole.append(output)
    return whole


def main(names: list[str]) -> None:
    """Run the notebooks named and print them, or run all and write them back."""
    for name in names:
        sys.stdout.buffer.write(nbformat.writes(executed(EXAMPLES / name)).encode("utf-8"))
    for path in () if names else NOTEBOOKS:
        nbformat.write(executed(path), path)
        sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

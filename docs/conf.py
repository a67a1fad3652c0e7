"""How the documentation is built: from this tree alone, without the network."""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "_extensions"), str(HERE.parent / "examples")]

project = "civicplan"
author = "the civicplan contributors"
copyright = author
language = "en"

extensions = [
    "sphinx.ext.autodoc",
    "myst_nb",
    "charts",
    "docstrings",
    "model_picture",
    "scrolling_tables",
    "tables_from_code",
]
exclude_patterns = ["_build", "_extensions", "jupyter_execute"]
default_role = "code"

# The executed notebooks are shown as they are stored; nothing runs while the pages are built.
nb_execution_mode = "off"
notebooks = HERE / "notebooks"
notebooks.mkdir(exist_ok=True)
for notebook in sorted((HERE.parent / "examples").glob("*.ipynb")):
    shutil.copyfile(notebook, notebooks / notebook.name)

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "civicplan"
html_copy_source = False
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["civicplan.css"]

autodoc_member_order = "bysource"
autodoc_default_options = {
    "members": True,
    "undoc-members": True,
    "special-members": "__getitem__, __contains__, __iter__",
}

nitpicky = True
nitpick_ignore_regex = [
    # The standard library, pendulum and Hypothesis: their pages lie elsewhere, and the build does not go there.
    ("py:.*", r"(collections\.abc|datetime|decimal|enum|fractions|hypothesis|os|pendulum)\..*"),
    # Charts are those of altair, whose pages lie elsewhere.
    ("py:class", r"(alt|altair)\..*|Chart|PathLike"),
    # The annotations of a named tuple come without their module.
    ("py:class", "Decimal"),
    # What evidence, assessments and tables keep to themselves has no page.
    ("py:class", r"civicplan\.evidence\.published\..*"),
    ("py:class", r"civicplan\.assessment\.assessor\..*"),
    ("py:class", r"civicplan\.render\.tables\..*"),
    # Type variables and private protocols have no page, nor has what typing_extensions gives type checkers.
    ("py:class", r"(civicplan\..*\.)?_[A-Z]\w*|TypeIs"),
]

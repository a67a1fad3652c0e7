"""What readers of tables say of a place: every sentence, by its code. All of it is data."""

from __future__ import annotations

from civicplan.reading import Diagnostic
from civicplan.render.message import fill

#: Each code of what was left out: why, and what to write instead.
LEFT_OUT = {
    # The table.
    "other-sheets": "It is not read; say sheet={sheet} to read it.",
    "above-headings": "It stands above the headings and is no part of the table.",
    "no-columns": "The table has no columns.",
    "no-name-column": (
        "No column holds the names of indicators, so that there is no indicator to read. "
        'Say which does, as in columns={{"name": {heading}}}.'
    ),
    "no-target-column": (
        'No column holds targets, so that nothing can be met. Say which does, as in columns={{"target": {heading}}}, '
        'or add one with a heading such as "Target 2025".'
    ),
    "no-rows": "No row below the headings can be read, so that the plan has no indicator.",
    # Columns.
    "column-without-heading": "The column has no heading; it is not read. Give it one.",
    "two-columns": (
        "The columns {headings} would each be the {field}, and nothing says which is meant; neither is read. "
        'Say which, as in columns={{"{field}": {heading}}}, and ignore=[...] for the other.'
    ),
    "baseline-without-year": (
        "The heading does not say of which year the baselines are; say so, as in "
        'columns={{"baseline {year}": {heading}}}, or give the years a column of their own, headed "Baseline year".'
    ),
    "baseline-year-alone": (
        "It says of which year baselines are, and no column holds baselines; say which does, as in "
        'columns={{"baseline": ...}}, or write ignore=[{heading}].'
    ),
    "actual-without-period": (
        "The heading does not say of which period the actuals are; say so, as in "
        'columns={{"actual {within}": {heading}}}.'
    ),
    "bare-years": (
        "The heading names several years and does not say whether the figures are targets or actuals; say "
        'columns={{"target": {heading}}} or columns={{"actual": {heading}}}, or write ignore=[{heading}].'
    ),
    "years-of-targets": (
        "It says when each target is due, which is read from headings and from a column of periods alone; say "
        "ignore=[{heading}] where all targets are due at the end of the plan."
    ),
    "due-elsewhere": (
        "When its targets are due stands in the column {due}, which is not read; say when, as in "
        'columns={{"target 2025": {heading}}}, or ignore=[{due}] where all are due at the end of the plan.'
    ),
    "belongs-to-one-figure": (
        "It is about single figures, which stand in a row of their own only in a table with a column of periods; "
        "say ignore=[{heading}]."
    ),
    # Rows.
    "short-row": (
        "The row has {count} cells where the table has {expected} columns, so that nothing says which cell is missing; "
        "it is left out, and a result has no row for it. Write a blank cell where there is no value."
    ),
    "long-row": (
        "The row has {count} cells where the table has {expected} columns, so that nothing says which cell belongs to "
        "which column; it is left out, and a result has no row for it. Put a cell with {delimiter} in it into quotes."
    ),
    "blank-row": "The row is blank; it is left out, and a result has no row for it.",
    "blank-rows": (
        "{count} rows from here to row {last} are blank; they are left out, and a result has no rows for them."
    ),
    "row-without-name": "The row has no name; it is left out, and a result has no row for it.",
    "heading-row": (
        "Nothing but this stands in the row, which may be a heading of the rows below or an indicator without figures; "
        "it is left out, and a result has no row for it. Put headings into a column of their own."
    ),
    "ambiguous-name": (
        "Rows of this name give a figure for one thing more than once, so that they may be several indicators; "
        "none of them is read. Give every indicator an id in a column of its own."
    ),
    "rows-differ": (
        "Its rows differ in the column {heading}, which is not read, so that they may be several indicators; none of "
        "them is read. Give every indicator an id of its own, or say ignore=[{heading}]."
    ),
    "ambiguous-id": (
        "Rows of this id have different names, {names}, so that they may be several indicators; none of them is read. "
        "Give every indicator an id of its own."
    ),
    "unlike-rows": "The rows of {id} say {values} of its {field}; none of it is read. Let them agree.",
    "refused": "It cannot stand in a plan: {problem}.",
    # Figures.
    "cell-without-value": "It is left out, as {problem}.",
    "scaled-number": (
        "The number format {number_format} shows something else than the number {held} that the cell holds; the cell "
        "is left out. Choose a format that shows the number itself."
    ),
    "merged-value": "The cell spans several rows or columns, so that it may belong to any of them; split it.",
    "no-period": "The row does not say of which period the figure is; write it into the column of periods.",
    "no-baseline-year": (
        "The row does not say of which year the baseline is; write it into the column of the years of baselines."
    ),
    "baseline-years-differ": "By the heading the baseline is of {heading}, and by its row of {row}; let them agree.",
    "unknown-kind": "It is no kind of figure that is known here; write baseline, target or actual.",
    "kind-elsewhere": (
        "It may say whether the value of the row is a baseline, a target or an actual, so the value is left out; say "
        'columns={{"kind": {heading}}} if it does, else ignore=[{heading}].'
    ),
    "no-kind": "The row does not say whether the figure is a baseline, a target or an actual; write so.",
    "unit-differs": "The cell is in {stated}, while {where} says {unit}; let them agree, or part them.",
    "unit-missing": (
        "Other cells of the row are in {unit}, and this one does not say so; write {text}{unit}, or give the table a "
        "column of units."
    ),
    "units-differ": "The cells of the row are in {units}; give the table a column of units.",
    "brackets-without-measure": (
        "Square brackets may mean a total, a reduction or a change; say which, as in a column of measures or by "
        'measure="total".'
    ),
    "brackets-against-measure": "Square brackets mean no {measure}; take them away, or state what is meant.",
    "brackets-of-one-year": (
        "Such a figure is over several years, and {where} names {period} alone; name all of them, as in {start}/{end}."
    ),
    "brackets-of-a-baseline": "A cumulative baseline is over several years; name all of them there.",
    "level-or-change": (
        "Beside what else stands in the row, it may be a level or the {measure} in {period}; say which, as in "
        'columns={{"{kind} {measure} {period}": {heading}}} or "{kind} level {period}". That is for the whole column: '
        "where rows differ, read those of each measure as a table of their own, or give each figure a row with its "
        "period and its measure."
    ),
    "measure-against-row": (
        "The row states a {measure}, and columns= says that the column holds a {stated} in every row; read the rows of "
        "each measure as a table of their own."
    ),
    "may-be-a-change": (
        "With the sign {sign} it may be a level, or how far the level is to change; say which in a column of measures, "
        'or, for a column of {kind}s, by columns={{"{kind} change": {heading}}} or "{kind} level". A level needs no '
        "plus."
    ),
    "share-or-percentage": (
        "Beside {other} it may be a share of one, as a dataframe holds what a workbook shows in percent; write "
        "{percent}% or {printed}% as it is meant, or read the workbook with tables.read, which keeps what it shows."
    ),
    "growth-of-one-year": (
        "The target may be for the growth in {period} alone or for the average over {plan}; write {average} "
        'as its measure, or say columns={{"target {plan}": {heading}}}, or "target {period}" there.'
    ),
    "total-of-one-year": (
        "The target may be a {measure} in {period} alone or over {plan}; print it in square brackets if it is over "
        '{plan}, or say columns={{"target {period}": {heading}}}, or "target {plan}" there.'
    ),
    "total-of-one-row": (
        "The target may be a {measure} in {period} alone or over {plan}; write {period}/{period} or {plan} as the "
        "period of its row."
    ),
    "target-without-sign": (
        "Nothing says whether the target is met by more or by less; write ≥{text} or ≤{text}, or say which way is "
        'better in a column of directions or by direction="higher".'
    ),
    "target-met-at-the-start": (
        'By direction="{direction}" for all rows the target would be {bound}, which the baseline of {baseline} meets '
        "already; write {bound} if that is meant, or give the row a direction of its own."
    ),
    "unclear-change": (
        "It may be a rise or a fall, and {direction} levels are better; write {rise} or {fall} as it is meant."
    ),
    "negative-reduction": "A reduction is positive when the level falls; write {positive} if it is to fall.",
    "sign-against-direction": "{bound} contradicts the direction of the row, {direction}; turn one of them.",
    "outside-plan": "The target is for {period}, which ends outside the plan period {plan}; say another period=.",
    "two-targets": (
        "The targets {bounds} are for the same thing, and nothing says which is in force; none of them is read. Keep "
        "one, or give each a row with the day on which it was published."
    ),
    "unclear-due": (
        "The target may be due in the period of its row, {period}, or at the end of the plan; "
        'say columns={{"target": {heading}}} if it is that of its row, or columns={{"target {end}": {heading}}}, and '
        '"target {plan}" there for what is over the plan.'
    ),
}
#: Each code of what was read by an assumption: which, and what to write where it is wrong.
READ = {
    "float-column": (
        "A column of floats has forgotten which decimal places were printed; each number is read by its shortest text, "
        "so that 95.0 is 95. Read the file with dtype=str, or a workbook with tables.read, or say places={places}."
    ),
    "decimal-column": (
        "A column of decimals gives each number the same {scale} places, however it was published; each is read with "
        "all of them. Hand over text, or say places={places}."
    ),
    "other-index": (
        "The labels of the rows of the frame are names, or do not tell the rows apart. They are not read, and a join "
        "would put results beside other rows. Call reset_index() on the frame first."
    ),
    "more-places": "It has more than the {places} decimal places that places= states; it is read as {text}.",
    "rounded-number": (
        "The cell holds {held} and shows {shown}; it is read as it is shown. Show more decimal places where they were "
        "published."
    ),
    "period-inferred": (
        "The plan period is taken to be {plan}, from the baselines of {baseline} and the last targets, of {target}; "
        'say period="{plan}", or what it is.'
    ),
    "no-baseline": (
        "The figures are read as actuals, and no column holds baselines, so that there is no progress from the start "
        'of the plan. If the plan starts from them, head the column "Baseline {year}" or say '
        'columns={{"baseline": {heading}}}.'
    ),
    "no-baseline-row": (
        "The figures of {year} are read as actuals, and no row is one of baselines, so that there is no progress from "
        'the start of the plan. If the plan starts from them, write "baseline" for them in a column "Kind".'
    ),
    "unclear-baseline": (
        "There are baselines of several periods, and none is just before the plan; they are read as actuals, so that "
        "there is no progress from the start of the plan. Keep one."
    ),
    "several-baselines": (
        "There are several baselines of {period}, {values}, and nothing says from which of them the plan starts; they "
        "are read as actuals, so that there is no progress from the start of the plan. Keep one, or give the rows of "
        "several indicators ids of their own."
    ),
    "second-headings": "The first row holds headings; the plan begins with the row after it.",
    "two-names": "The columns {headings} would each hold the names; those of {heading} are read.",
    "names-from-ids": "No column holds names; the ids are taken for them.",
    "same-name": "An earlier row has the same {what}; this indicator has the id {id}.",
    "id-changed": "An id is one word; it is {id} here.",
    "target-in-words": "The target is in words, which no number can meet or miss.",
    "turned-sign": (
        '{bound} is against direction="{direction}" for all rows; the row is read without a declared direction. '
        "Give it one of its own."
    ),
    "target-met-by-baseline": (
        "By the direction of the row the target is {bound}, which the baseline of {baseline} meets already; write "
        "{bound} if that is meant."
    ),
}


def left_out(code: str, place: str, text: str, /, **words: object) -> Diagnostic:
    """Return the diagnostic of something of which nothing was read."""
    return Diagnostic(code=code, place=place, text=text, message=fill(LEFT_OUT[code], **words))


def read_anyway(code: str, place: str, text: str, /, **words: object) -> Diagnostic:
    """Return the diagnostic of what was read by an assumption."""
    return Diagnostic(code=code, place=place, text=text, message=fill(READ[code], **words), left_out=False)


def quoted(text: str) -> str:
    """Return a heading as an argument shows it."""
    return f'"{text}"'

"""The signs that end sentences and clauses. All of it is data, as the inside of a class of a pattern."""

from __future__ import annotations

FULL_STOPS = "。！？"
#: A semicolon parts what is said in one sentence of a list.
SENTENCE_ENDS = FULL_STOPS + "；;"
#: In running text, so do narrow signs, and the ends of lines and of cells.
SENTENCES = SENTENCE_ENDS + "!?\n\t|"
#: A comma and a colon between digits part nothing.
CLAUSES = SENTENCES + "，,：:"

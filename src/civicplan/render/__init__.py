"""Strings only: text tables, HTML tables, frames, and the words that people read."""

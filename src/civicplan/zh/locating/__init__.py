"""Locating: where a document prints each figure of a plan."""

"""Kinds: which reader a document is for, and reading a file by it."""

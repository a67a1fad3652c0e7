"""Tasks: lists of tasks and tables of progress."""

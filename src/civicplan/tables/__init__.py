"""Tables in and out: what cells and headings mean, and plans as tables."""

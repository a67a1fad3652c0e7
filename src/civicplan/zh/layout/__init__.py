"""Layout: paragraphs, tables and headings of text and pages, and rows whose cells have moved."""

"""The report of an assessment, section by section."""

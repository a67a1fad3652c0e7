"""Text: bytes become text, and text is repaired line by line."""

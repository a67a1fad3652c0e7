"""Chinese plan documents: their text repaired, and read into the typed model."""

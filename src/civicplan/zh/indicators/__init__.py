"""Indicators: tables of indicators, and the notes under them."""

"""Evaluations: self-evaluation tables of projects."""

"""The audit rules, one file for each family."""

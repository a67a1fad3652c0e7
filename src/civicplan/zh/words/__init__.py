"""Words: the documented lists in which readers look words up, each list with what it is for."""

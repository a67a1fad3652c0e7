"""Words: the documented lists that readers look words up in; all of it is data."""

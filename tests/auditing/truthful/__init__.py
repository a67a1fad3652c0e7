"""Random truthful documents: the true values are drawn first, and all that is printed or said is true of them."""

"""Published methods over columns: what each file of `civicplan.methods` says of one track, for each row of a frame."""

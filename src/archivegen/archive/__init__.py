"""Records in, archive out: pure functions over all records."""

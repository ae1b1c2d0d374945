"""One file per layout of a source document."""

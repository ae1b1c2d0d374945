"""One file per part of a document that fields are read from."""

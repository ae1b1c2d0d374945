"""The tests of archivegen."""

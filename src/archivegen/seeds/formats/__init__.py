"""The formats that documents come in: one file for each, all giving the same lines of text with their styles."""

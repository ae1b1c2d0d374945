"""Files that are versions of one document, made one record."""

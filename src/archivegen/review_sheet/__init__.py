"""All records as one sheet for review, and what an archivist has corrected in it."""

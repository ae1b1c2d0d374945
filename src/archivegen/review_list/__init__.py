"""The page of the preview that lists what was inferred, with the lines of a file of corrections that confirm it."""

"""Archive in, pages out: the only code that knows HTML."""

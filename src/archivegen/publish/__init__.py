"""Pages in, a published folder out: the only code that writes the site."""

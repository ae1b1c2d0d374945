"""Web pages and parts of electronic books, read as their readers see them: text, without the frame of the site."""

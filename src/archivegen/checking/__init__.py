"""An archive and its last build, examined: links, files, descriptions, and what an earlier build had."""

"""The parts of `archive.yml` that are more than one text: each is read, checked and kept by a module of its own."""

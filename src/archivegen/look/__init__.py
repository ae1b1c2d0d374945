"""What an archive has of its own for the look of its site, read from its folder and checked."""

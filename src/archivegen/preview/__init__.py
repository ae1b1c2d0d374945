"""A site as it would be, shown to a browser of this machine while the archive is worked on."""

"""Files in, records out: the only code that reads documents."""

"""Turn a folder of historical documents into a searchable, citable static website."""

__version__ = "0.1.0"

"""onrecord: the system of record for what governments say. Nothing without its source."""

__version__ = "0.1.0"

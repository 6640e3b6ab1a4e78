"""The only place that calls the stages in order, and the only one that catches a stage's error."""

from onrecord.pipeline.reading import Failure, Options, read, read_payload

__all__ = ["Failure", "Options", "read", "read_payload"]

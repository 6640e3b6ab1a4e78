"""The only place that calls the stages in order, and the only one that catches a stage's error."""

from __future__ import annotations

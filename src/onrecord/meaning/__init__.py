"""Sentences as vectors: what means the same lies near, in whatever language it is said.

Numbers of threads are set before numpy is loaded: with more than one, several processes on one
machine hinder each other. Whoever wants more work done starts more processes.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

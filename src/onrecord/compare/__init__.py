"""Two texts beside each other: which passages correspond, and which differences matter.

It knows no archive and no annotator: texts, vectors and annotations are handed in.
"""

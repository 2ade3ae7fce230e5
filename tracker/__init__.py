"""Water, magnesium and vitamin D: what was eaten and drunk, held against what is recommended.

The rooms and the direction of imports are described in CONTRIBUTING.md; `tests/test_imports.py` holds them.
"""

__version__ = "0.1.0"

"""Whether a mistyped word can only be a slip of the word it was corrected to.

A letter left out, doubled or swapped with its neighbour is a slip of the fingers; another letter in its place is one
only when it sounds alike ("avacado", "almonts"). Otherwise the word may be one of its own that the table lacks:
"risotto" is no ricotta.
"""

from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

_MOST_SLIPS: Final = 2
_ALIKE: Final = tuple(frozenset(letters) for letters in ("aeiouy", "td", "ckqs", "bp", "fv", "mn", "zs", "gj", "rl"))


def is_slip(written: str, meant: str) -> bool:
    """Return whether `written` can only be `meant`, both folded words."""
    if OSA.distance(written, meant) == 1 and sorted(written) == sorted(meant):
        return True
    changes = Levenshtein.editops(written, meant)
    replaced = [{written[op.src_pos], meant[op.dest_pos]} for op in changes if op.tag == "replace"]
    if len(changes) > _MOST_SLIPS or len(replaced) > 1:
        return False
    return all(any(pair <= letters for letters in _ALIKE) for pair in replaced)


def is_one_slip(written: str, meant: str) -> bool:
    """Return whether a single slip makes `meant` of `written` ("hanful" and "handful")."""
    return OSA.distance(written, meant, score_cutoff=1) == 1 and is_slip(written, meant)

"""The desk's pages: what may be registered twice, two records side by side, and what was merged or told apart."""

from duplicates.views.comparing import compare, tell_apart
from duplicates.views.decided import apart, merge, merges, take_back, undo
from duplicates.views.worklist import sweep, worklist

__all__ = ["apart", "compare", "merge", "merges", "sweep", "take_back", "tell_apart", "undo", "worklist"]

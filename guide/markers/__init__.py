"""Markers in pages (`[[kind:argument]]`): their grammar and how each becomes HTML."""

from guide.markers.grammar import BLOCK_KINDS, INLINE_KINDS, MARKER, Marker, find_markers
from guide.markers.render import MarkerRenderer

__all__ = ["BLOCK_KINDS", "INLINE_KINDS", "MARKER", "Marker", "MarkerRenderer", "find_markers"]

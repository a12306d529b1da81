"""The letters a reader can send: their paragraphs, what they ask for, and what they rest on."""

from __future__ import annotations

from guide.letters.letters import Field, Letter, Letters, Part, Premise, load_letters

__all__ = ["Field", "Letter", "Letters", "Part", "Premise", "load_letters"]

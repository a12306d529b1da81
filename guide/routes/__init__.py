"""What a reader should do now: questions that lead to ends, and the steps of each end."""

from __future__ import annotations

from guide.routes.routes import Answer, End, Question, Routes, Step, load_routes

__all__ = ["Answer", "End", "Question", "Routes", "Step", "load_routes"]

"""The offline app: its manifests, and the worker that keeps a copy when a reader asks for it."""

from guide.offline.app import write_app

__all__ = ["write_app"]

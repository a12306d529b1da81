"""The guide's changes as a feed that readers' programs can follow."""

from guide.feed.feed import FILE, feed

__all__ = ["FILE", "feed"]

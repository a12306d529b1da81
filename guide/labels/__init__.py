"""Words of the interface, per language, from tables of pairs."""

from guide.labels.labels import load_labels, pick

__all__ = ["load_labels", "pick"]

"""Other people's programs: which of them reach readers, under which licences, and an inventory of all."""

from guide.licences.inventory import inventory
from guide.licences.shipped import FILE, Shipped, licence_texts, shipped

__all__ = ["FILE", "Shipped", "inventory", "licence_texts", "shipped"]

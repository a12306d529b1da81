"""Asks addresses outside whether they still answer."""

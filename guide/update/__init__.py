"""Brings the locked dependencies up to date."""

"""Builds the guide: from facts and pages to a site, a bundle and their checks."""

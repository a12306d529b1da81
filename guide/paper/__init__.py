"""paper editions: the whole guide and a sheet for emergencies, as PDF."""

from guide.pages import LOCALES

GUIDE_NAME, SHEET_NAME = "weilidai-guide-{}.pdf", "weilidai-emergency-{}.pdf"
PAPER_NAMES = tuple(name.format(locale) for locale in LOCALES for name in (GUIDE_NAME, SHEET_NAME))
"""Files of `dist/` that `make pdf` adds."""

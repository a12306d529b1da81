"""Runs the measuring command."""

from __future__ import annotations

import sys

from guide.check.prose.command import main

sys.exit(main(sys.argv[1:]))

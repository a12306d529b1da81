"""Makes the folder a web server sends from: the site with a compressed copy beside each text file."""

from __future__ import annotations

import shutil
from pathlib import Path

from guide.base import swap
from guide.base.node import start_node
from guide.base.output import say
from guide.base.project import Project
from guide.build import make


def precompress(project: Project) -> int:
    """Build, then make `build/served/`; `site/` itself keeps no file that no page needs. The exit status."""
    status = make(project)
    if status:
        return status
    total = make_served(project.site, project.work / "served")
    say(
        f"made  build/served/ ({total['files']} texts: {total['bytes'] / 1000:.0f} kB, "
        f"gzip {total['gzip'] / 1000:.0f} kB, brotli {total['brotli'] / 1000:.0f} kB)"
    )
    return 0


def make_served(site: Path, served: Path) -> dict[str, int]:
    """Put a copy of *site* with compressed files at *served*; counts and sizes in bytes."""
    fresh = served.with_name(f"{served.name}.fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(site, fresh)
    total = start_node(Path(__file__).with_suffix(".mjs"), str(fresh))()
    swap.put_in_place(fresh, served)
    return total

"""A workshop with the guide's own data, opened once."""

from __future__ import annotations

import pytest

from guide.base.project import here
from guide.data import load_book
from guide.page.workshop import Workshop


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    project = here()
    return Workshop.open(
        load_book(project.data),
        {},
        {},
        docs_dir=project.docs,
        data_dir=project.data,
        tools_dir=project.tools,
        figures_dir=project.figures,
        overrides_dir=project.overrides,
    )

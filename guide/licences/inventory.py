"""An inventory of the packages that the guide is made with and of, in the form of CycloneDX 1.6 (an SBOM)."""

from __future__ import annotations

import base64
import json
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_KIND = "https://cyclonedx.org/schema/bom-1.6.schema.json"


def inventory(root: Path, moment: datetime, shipped: Iterable[str]) -> str:
    """The inventory as JSON; *shipped* are names of packages of which something reaches readers.

    Everything else is needed to build or to test only (scope “excluded”).
    """
    reaches_readers = set(shipped)
    parts = [*_python(root / "requirements.txt"), *_npm(root / "package-lock.json")]
    parts = list({part["purl"]: part for part in parts}.values())
    components = [{**part, "scope": "required" if part["name"] in reaches_readers else "excluded"} for part in parts]
    components.sort(key=lambda part: part["purl"])
    text = json.dumps(components, ensure_ascii=False)
    data = {
        "$schema": _KIND,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text)}",
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {"type": "application", "name": "weilidai-guide", "licenses": [{"license": {"id": "MIT"}}]},
        },
        "components": components,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _python(lock: Path) -> Iterator[dict[str, Any]]:
    text = lock.read_text(encoding="utf-8")
    starts = list(_PINNED.finditer(text))
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        name, version = start.groups()
        block = text[start.end() : following.start() if following else None]
        hashes = [{"alg": "SHA-256", "content": digest} for digest in _HASH.findall(block)]
        yield _component(name, version, f"pkg:pypi/{name.lower()}@{version}", _python_licence(name), hashes)


def _python_licence(name: str) -> str:
    """As the installed package tells it; empty for a package that this system does not need."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return ""
    classifiers = [
        line.rsplit(" :: ", 1)[-1] for line in about.get_all("Classifier") or () if line.startswith("License ::")
    ]
    short = about["License"] if len(about["License"] or "") < 60 else ""
    return about["License-Expression"] or short or " AND ".join(classifiers)


def _npm(lock: Path) -> Iterator[dict[str, Any]]:
    for path, about in json.loads(lock.read_text(encoding="utf-8"))["packages"].items():
        if not path:
            continue
        name = path.rsplit("node_modules/", 1)[-1]
        algorithm, _, digest = about["integrity"].partition("-")
        content = base64.b64decode(digest).hex()
        hashes = [{"alg": algorithm.upper().replace("SHA", "SHA-"), "content": content}]
        purl = f"pkg:npm/{name.replace('@', '%40', 1)}@{about['version']}"
        yield _component(name, about["version"], purl, about.get("license", ""), hashes)


def _component(name: str, version: str, purl: str, licence: str, hashes: list[dict[str, str]]) -> dict[str, Any]:
    known = {"licenses": [{"license": {"name": licence}}]} if licence else {}
    return {"type": "library", "name": name, "version": version, "purl": purl, **known, "hashes": hashes}

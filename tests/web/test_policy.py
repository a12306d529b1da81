"""The policies: nothing is sent to any other host, and only what is named word by word may run."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from guide.base.output import hashed_name
from guide.web.headers import ASK_FIRST, FOREVER, HASHED_NAME, HEADERS, HTTPS_ONLY
from guide.web.policy import content_security_policy, disk_security_policy, preview_policy, served_policy, source_hash


def rules(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (rule.split() for rule in policy.split(";"))}


SENDS = ("connect-src", "form-action", "frame-src", "object-src", "base-uri", "worker-src", "media-src", "font-src")


@pytest.mark.parametrize("policy", [content_security_policy(["a"], ["b"]), preview_policy(), served_policy()])
def test_no_other_host_is_reached(policy: str) -> None:
    found = rules(policy)

    assert {value for name in SENDS for value in found[name]} <= {"'self'", "'none'"}
    assert found["form-action"] == found["frame-src"] == found["base-uri"] == ["'none'"]
    assert not re.search(r"\*|https?:|(?<!img-src 'self' )data:", policy)


def test_disk_edition_runs_its_own_files_alone() -> None:
    found = rules(disk_security_policy())

    assert found["default-src"] == found["form-action"] == found["base-uri"] == ["'none'"]
    assert found["script-src"] == found["style-src"] == ["'self'"]


def test_script_and_style_inside_a_page_are_allowed_word_by_word() -> None:
    found = rules(content_security_policy(["a "], ["b"]))
    sums = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in ("a ", "b")]

    assert found["script-src"] == ["'self'", f"'sha256-{sums[0]}'"]
    assert found["style-src"] == ["'self'", f"'sha256-{sums[1]}'"]
    assert source_hash("a ") != source_hash("a")


def test_headers_keep_what_a_reader_read_to_themselves() -> None:
    assert HEADERS["Referrer-Policy"] == "no-referrer"
    assert rules(HEADERS["Content-Security-Policy"])["frame-ancestors"] == ["'none'"]
    assert HEADERS["X-Frame-Options"] == "DENY"
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in HEADERS["Permissions-Policy"]
    assert HTTPS_ONLY["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (f"/assets/{hashed_name('site', '.js', 'x')}", True),
        (f"/assets/{hashed_name('results', '.css', 'y')}", True),
        ("/assets/icon.svg", False),
        ("/sw.js", False),
        ("/assets/site.js", False),
        ("/costs/", False),
        ("/assets/a/site.0A0A0A0A.js", False),
    ],
)
def test_only_a_file_named_after_its_content_is_kept_without_asking(address: str, kept: bool) -> None:
    assert bool(re.search(HASHED_NAME, address)) == kept


def test_everything_else_is_asked_about_before_each_use() -> None:
    assert ASK_FIRST == "no-cache"
    assert "immutable" in FOREVER

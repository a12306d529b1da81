"""Sets up what the make targets need: a virtual environment, Node in it, and Node packages, all pinned and hashed.

Run by any Python before anything is installed, so it uses nothing but Python itself. A set-up that was cut short, is of
other versions, was made by another Python or in a folder that has moved is made again; two at once wait for each other.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
PYTHON_LOCKS = {"build": "requirements.txt", "test": "requirements-test.txt"}
"""What is needed to build, and to test or print as well."""
NODE_FOLDERS = {"build": ".", "test": ".", "bench": "bench"}
PIP_SETTINGS_THAT_STAY = frozenset(
    f"PIP_{name}"
    for name in (
        *("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "TRUSTED_HOST", "CERT", "CLIENT_CERT"),
        *("PROXY", "TIMEOUT", "DEFAULT_TIMEOUT", "RETRIES", "CACHE_DIR", "CONFIG_FILE"),
    )
)
"""Where packages come from is the machine's business; what is installed, and where to, is not."""


class SetUpError(Exception):
    """Raised where something is missing that nobody but the user can install; says what."""


def main(arguments):
    """Set up for the parts named (`build`, `test`, `bench`); the exit status."""
    parts = arguments or ["build"]
    try:
        refuse_old_python()
        with only_one(ROOT / ".set-up.lock"):
            for part in parts:
                set_up_python(part)
                set_up_node(part)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; the next make goes on from here", file=sys.stderr)
        return 130
    return 0


def refuse_old_python():
    """Raise `SetUpError` where this Python is too old, or cannot make virtual environments."""
    if sys.version_info < OLDEST_PYTHON:
        found, right = ".".join(map(str, sys.version_info[:3])), ".".join(map(str, OLDEST_PYTHON))
        raise SetUpError(f"found Python {found}; right: {right} or newer, such as make PYTHON=python{right}")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        raise SetUpError(
            f"found Python without its module {error.name}; right: install it (Debian: apt install python3-venv)"
        ) from error


def set_up_python(part):
    """Make the virtual environment, and install what *part* needs."""
    if part not in PYTHON_LOCKS:
        return
    made_by = {"python": sys.version, "folder": str(ROOT)}
    if read_mark("made-by") != made_by:
        print("making a virtual environment …", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        run([python_outside(), "-m", "venv", str(VENV)], "a virtual environment could not be made")
        write_mark("made-by", made_by)
    lock = ROOT / PYTHON_LOCKS[part]
    wanted = digest(lock, ROOT / "pyproject.toml")
    if read_mark(f"python-{part}") == wanted:
        return
    forget_marks("python-")
    count = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    print(f"installing {count} Python packages (once) …", flush=True)
    pip = [str(VENV / "bin/python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install"]
    run([*pip, "--require-hashes", "-r", str(lock)], "the Python packages could not be installed")
    run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], "the guide's own package could not be installed")
    # Whoever can test can build.
    for name in ("build", "test") if part == "test" else ("build",):
        write_mark(f"python-{name}", digest(ROOT / PYTHON_LOCKS[name], ROOT / "pyproject.toml"))


def python_outside():
    """Path of the Python that makes the environment; in a moved folder the one at work was just removed with it."""
    name = "python{}.{}".format(*sys.version_info)
    outside = Path(sys.base_prefix, "bin", name)
    return str(outside) if sys.prefix != sys.base_prefix and outside.exists() else sys.executable


def set_up_node(part):
    """Install the Node packages that *part* needs."""
    folder = ROOT / NODE_FOLDERS[part]
    wanted = digest(folder / "package.json", folder / "package-lock.json")
    if read_mark(f"node-{part}") == wanted and (folder / "node_modules").is_dir():
        return
    name = "bench" if part == "bench" else "build" if part == "build" else "test"
    print(f"installing Node packages for {name} (once) …", flush=True)
    groups = ["--omit=dev"] if part == "build" else ["--include=dev"]
    npm = [str(VENV / "bin/npm"), "ci", "--no-audit", "--no-fund", "--loglevel=error", *groups]
    run(npm, "the Node packages could not be installed", folder)
    for each in ("build", "test") if part == "test" else (part,):
        write_mark(f"node-{each}", wanted)
    if part == "build":
        forget_marks("node-test")


def run(command, failure, folder=ROOT):
    """Run *command*; raise `SetUpError` with what it said where it failed."""
    settings = {
        name: value
        for name, value in os.environ.items()
        if name != "NODE_ENV" and (not name.startswith(("PIP_", "PYTHON")) or name in PIP_SETTINGS_THAT_STAY)
    }
    settings["PATH"] = f"{VENV / 'bin'}{os.pathsep}{settings.get('PATH', '')}"
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetUpError(f"{done.stdout}{done.stderr}{failure} (above: why); right: mend that, then make again")


def digest(*paths):
    """A sum over the contents of files."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def read_mark(name):
    """What a finished step left behind, or None."""
    path = VENV / f".ready-{name}"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def write_mark(name, content):
    """Say that a step has finished."""
    (VENV / f".ready-{name}").write_text(json.dumps(content), encoding="utf-8")


def forget_marks(prefix):
    """Say that steps have not finished."""
    for path in VENV.glob(f".ready-{prefix}*"):
        path.unlink()


@contextlib.contextmanager
def only_one(path):
    """Wait until no other set-up runs in this folder."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

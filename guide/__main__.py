"""`python -m guide COMMAND`: what the make targets call."""

from __future__ import annotations

import sys

COMMANDS = (
    "build serve test test-engines test-deploy precompress servers load links update review bench pdf share browser"
).split()  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run one command; returns its exit status."""
    from guide.build.project import here

    command, *rest = arguments or [""]
    match command:
        case "build":
            from guide.build.build import build

            return build(here(), force="--force" in rest)
        case "share":
            from guide.share.share import main as share

            return share(here())
        case "review":
            from guide.review import main as review

            return review(rest)
        case "serve":
            from guide.serve.serve import serve

            return serve(here(), *map(int, rest))
        case "test":
            from guide.testing.run import run_tests

            return run_tests(here(), rest)
        case "test-engines":
            from guide.testing.engines import run_engine_tests

            return run_engine_tests(here(), rest)
        case "test-deploy":
            from guide.deploy.command import run_deploy_tests

            return run_deploy_tests(here(), rest)
        case "precompress":
            from guide.deploy.precompress import precompress

            return precompress(here())
        case "servers":
            from guide.deploy.files import write_files

            return write_files(here())
        case "load":
            from guide.deploy.load import measure

            return measure(here())
        case "links":
            from guide.outside.command import main as links

            return links(here(), rest)
        case "update":
            from guide.update.update import update

            return update(here(), rest)
        case "browser":
            from guide.testing.chromium import find_or_install

            return 0 if find_or_install() else 1
        case "bench":
            from guide.bench.bench import main as bench

            return bench(here(), rest)
        case "pdf":
            from guide.build.build import build

            return build(here(), force="--force" in rest, paper=True)
    print(f"found command “{command}”; right: one of {', '.join(COMMANDS)}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

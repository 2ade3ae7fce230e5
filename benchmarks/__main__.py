"""Run every benchmark, or those named, and print one table: `python -m benchmarks [search diary ...]`.

A benchmark is a module `bench_NAME.py` in this folder with `run() -> list[Row]`.
"""

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.rows import table


def names() -> list[str]:
    """Return the name of every benchmark, sorted."""
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmarks asked for, all by default, and print machine and table; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which to run: {', '.join(names())} (all)")
    wanted = parser.parse_args(argv).names or names()
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}")
    print(f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}\n")
    rows = []
    for name in wanted:
        print(f"running {name} ...", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"benchmarks.bench_{name}").run()
    print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())

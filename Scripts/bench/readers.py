#!/usr/bin/env python3
"""Reads generated files with rekon's readers and with others, and compares them.

readers.py DATA [--rows N] [--rounds N]     DATA receives the files; those that are there are used
readers.py --peer NAME FILE                 one reading by a peer, in a process of its own
readers.py --make KIND FILE ROWS            one file, in a process of its own

Each reading is a process; what is shown is the median of its CPU time (user and system, for Python
less what it takes to start and import), and its peak memory. Linux counts what the starting process
held toward the started one's peak, so this one makes no files itself and stays small (13 MiB).
"""
import argparse
import csv
import datetime as dt
import json
import os
import random
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / ".build/release/reader-bench"
HEADER = ("id_bayar,no_sp2d,kode_billing,sumber_dana,bulan,tgl_bayar,nik,kpj,nama,jumlah,tgl_lahir,"
          "keterangan").split(",")
NAMES = "Slamet Sri Joko Umi Dwi Eko Kasmuri Rokhayah Zaenal Khotimah Wartono Juwariyah".split()


def rows(count):
    """Premiums of 12 cells, some with quotes, of about 131 bytes as text."""
    pick = random.Random(1)
    for number in range(count):
        born = dt.date(1960 + number % 40, number % 12 + 1, number % 28 + 1)
        name = f"{pick.choice(NAMES)} {pick.choice(NAMES)}"
        note = f'dari "{pick.choice(NAMES)}", lunas' if number % 8 == 0 else ""
        yield [f"B{number:08}", f"33.75/04.0/{number // 900:06}/LS/2024", f"2401{number // 900:08}",
               "APBD", f"2024-{number % 12 + 1:02}", f"2024-{number % 12 + 1:02}-{number % 15 + 13}",
               f"337501{born:%d%m%y}{number % 9999 + 1:04}", f"{10**10 + number}",
               f"{name}, S.Pd" if number % 4 == 0 else name, 16_800, born.isoformat(), note]


def write_csv(path, count):
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write(",".join(HEADER) + "\n")
        csv.writer(file, lineterminator="\n").writerows(rows(count))


def write_xml(path, count):
    names = ("kpj nik nama tgl_lahir jenis_kelamin kelurahan pekerjaan tgl_mulai tgl_berakhir status "
             "wadah").split()
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<Kepesertaan>\n')
        for row in rows(count):
            cells = [row[7], row[6], row[8].upper(), row[10], "L", "MEDONO", "BURUH BATIK",
                     row[5], "", "AKTIF", "SG"]
            file.write("  <Peserta>\n" + "".join(
                f"    <{name}>{cell}</{name}>\n" for name, cell in zip(names, cells)))
            file.write("  </Peserta>\n")
        file.write("</Kepesertaan>\n")


def write_xlsx(path, count):
    import xlsxwriter
    inline = "inline" in path.name
    book = xlsxwriter.Workbook(str(path), {"constant_memory": inline, "strings_to_numbers": False})
    sheet, day = book.add_worksheet("Data"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADER)
    for line, row in enumerate(rows(count), start=1):
        for column, cell in enumerate(row):
            if column in (5, 10):
                sheet.write_datetime(line, column, dt.date.fromisoformat(cell), day)
            else:
                sheet.write(line, column, cell)
    book.close()


def peer_csv_split(path):
    with open(path, newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def peer_csv_typed(path):
    count = total = 0
    with open(path, newline="", encoding="utf-8") as file:
        lines = csv.reader(file)
        next(lines)
        for row in lines:
            int(row[6]), dt.date.fromisoformat(row[5]), dt.date.fromisoformat(row[10])
            total += int(row[9])
            count += 1
    return count, total


def peer_duckdb(path):
    import duckdb
    base = duckdb.connect()
    base.execute("SET threads=1")
    began = cpu()
    found = base.execute(f"""SELECT count(*), sum(jumlah), max(nik), max(tgl_bayar), max(tgl_lahir),
        max(nama), max(id_bayar) FROM read_csv('{path}', header=true, delim=',', quote='"',
        types={{'nik': 'UBIGINT', 'tgl_bayar': 'DATE', 'tgl_lahir': 'DATE', 'jumlah': 'BIGINT'}},
        all_varchar=false)""").fetchone()
    return found[:2], began


def peer_lxml(path):
    from lxml import etree
    began, count, cells = cpu(), 0, 0
    for _, element in etree.iterparse(path, events=("end",), tag="Peserta"):
        cells += len([child.text for child in element])
        count += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return (count, cells), began


def peer_openpyxl(path):
    import openpyxl
    began = cpu()
    sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).active
    return sum(1 for _ in sheet.iter_rows(values_only=True)) - 1, began


def peer_calamine(path):
    import python_calamine
    began = cpu()
    book = python_calamine.CalamineWorkbook.from_path(path)
    return len(book.get_sheet_by_index(0).to_python()) - 1, began


MAKERS = {"csv": write_csv, "xml": write_xml, "xlsx": write_xlsx}
PEERS = {"csv-split": peer_csv_split, "csv-typed": peer_csv_typed, "duckdb": peer_duckdb,
         "lxml": peer_lxml, "openpyxl": peer_openpyxl, "calamine": peer_calamine}


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def run_peer(name, path):
    before = cpu()
    found = PEERS[name](path)
    if isinstance(found, tuple) and isinstance(found[1], float):
        found, before = found
    print(json.dumps({"cpu": cpu() - before, "found": str(found)}))


def measure(command):
    """CPU seconds, peak MiB and what was found."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    said = process.stdout.read().strip()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None, usage.ru_maxrss / 1024, f"ended with {process.returncode} {said[:60]}"
    seconds = usage.ru_utime + usage.ru_stime
    if said.startswith("{"):
        words = json.loads(said)
        seconds, said = words["cpu"], words["found"]
    return seconds, usage.ru_maxrss / 1024, said


def compare(files, count, rounds):
    ours = lambda how, kind: lambda path: [str(BENCH), how, kind, str(path)]
    peer = lambda name: lambda path: [sys.executable, __file__, "--peer", name, str(path)]
    pay, members = "contributions", "memberships"
    table = [
        ("csv", "rekon, split", ours("split", pay)), ("csv", "rekon, typed", ours("typed", pay)),
        ("csv", "DuckDB, typed", peer("duckdb")), ("csv", "Python csv, split", peer("csv-split")),
        ("csv", "Python csv, typed", peer("csv-typed")),
        ("xml", "rekon, split", ours("split", members)),
        ("xml", "rekon, typed", ours("typed", members)), ("xml", "lxml iterparse", peer("lxml")),
        ("xlsx-shared", "rekon, typed", ours("typed", pay)),
        ("xlsx-shared", "openpyxl read_only", peer("openpyxl")),
        ("xlsx-shared", "calamine", peer("calamine")),
        ("xlsx-inline", "rekon, typed", ours("typed", pay)),
        ("xlsx-inline", "openpyxl read_only", peer("openpyxl")),
        ("xlsx-inline", "calamine", peer("calamine")),
    ]
    print(f"{'file':12s} {'reader':20s} {'CPU s':>7s} {'MB/CPU s':>9s} {'us/row':>7s} {'peak MiB':>9s}")
    for which, name, command in table:
        path = files[which]
        readings = [measure(command(path)) for _ in range(rounds)]
        if readings[0][0] is None:
            print(f"{which:12s} {name:20s} {readings[0][2]}", flush=True)
            continue
        seconds = statistics.median(reading[0] for reading in readings)
        peak = max(reading[1] for reading in readings)
        speed = path.stat().st_size / 1e6 / seconds
        print(f"{which:12s} {name:20s} {seconds:7.2f} {speed:9.0f} "
              f"{1e6 * seconds / count[which]:7.2f} {peak:9.0f}   {readings[0][2]}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer", nargs=2, metavar=("NAME", "FILE"))
    parser.add_argument("--make", nargs=3, metavar=("KIND", "FILE", "ROWS"))
    options = parser.parse_args()
    if options.peer:
        return run_peer(*options.peer)
    if options.make:
        kind, path, count = options.make
        return MAKERS[kind](Path(path), int(count))
    options.data.mkdir(parents=True, exist_ok=True)
    counts = {"csv": options.rows, "xml": options.rows // 4, "xlsx-shared": options.rows // 20,
              "xlsx-inline": options.rows // 20}
    files = {}
    for which, count in counts.items():
        kind = which.partition("-")[0]
        files[which] = options.data / f"{which}-{count}.{kind}"
        if not files[which].exists():
            print(f"making {files[which]}", file=sys.stderr)
            command = [sys.executable, __file__, "--make", kind, str(files[which]), str(count)]
            subprocess.run(command, check=True)
    compare(files, counts, options.rounds)


if __name__ == "__main__":
    main()

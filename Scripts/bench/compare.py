#!/usr/bin/env python3
"""Runs rekon and the DuckDB script by turns and compares them.

compare.py DATA SCRATCH [--rounds N]   SCRATCH receives the outputs of both
"""
import argparse
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def measure(command, log):
    """User seconds, system seconds, wall seconds and peak MiB of a command."""
    began = time.perf_counter()
    with open(log, "w") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # 3 says that rows were rejected.
    if process.returncode not in (0, 3):
        with open(log) as said:
            sys.exit(f"{command[0]} ended with {process.returncode}:\n{said.read()[-2000:]}")
    wall = time.perf_counter() - began
    return usage.ru_utime, usage.ru_stime, wall, usage.ru_maxrss / 1024


def shown(name, figures):
    user, system, wall, peak = figures
    print(f"{name:8s} {user:7.2f} {system:7.2f} {wall:7.2f} {peak:9.0f}", flush=True)


options = argparse.ArgumentParser(description=__doc__)
options.add_argument("data")
options.add_argument("scratch")
options.add_argument("--rounds", type=int, default=5)
options = options.parse_args()
data, scratch = os.path.abspath(options.data), options.scratch
key = os.path.join(scratch, "bench.key")
with open(key, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
    file.write(b"rekon bench key, 32 bytes, fixed")
commands = {
    "rekon": [".build/release/rekon", "run", "Pipelines/generated.yaml", "--inputs", data,
              "--key", key, "--as-of", "2026-01-15", "--out", os.path.join(scratch, "out")],
    "duckdb": [sys.executable, os.path.join(HERE, "peer_duckdb.py"), data,
               os.path.join(scratch, "duckdb")],
}
size = sum(os.path.getsize(os.path.join(data, name)) for name in
           ("roster.csv", "membership.csv", "payments.csv", "sp2d.csv", "claims.csv"))
with open(os.path.join(data, "payments.csv"), "rb") as file:
    payments = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1
print(f"{payments:,} payments, {size / 1e6:,.0f} MB, {os.cpu_count()} processors")
print("           user     sys    wall  peak MiB")
figures = {name: [] for name in commands}
for _ in range(options.rounds):
    for name, command in commands.items():
        figures[name].append(measure(command, os.path.join(scratch, name + ".log")))
        shown(name, figures[name][-1])
print("medians")
medians = {name: [statistics.median(column) for column in zip(*rounds)]
           for name, rounds in figures.items()}
for name, median in medians.items():
    shown(name, median)
ours, theirs = medians["rekon"], medians["duckdb"]
print(f"rekon / duckdb: user {ours[0] / theirs[0]:.2f}, wall {ours[2] / theirs[2]:.2f}, "
      f"peak memory {ours[3] / theirs[3]:.2f}")
print()
sys.stdout.flush()
subprocess.run([sys.executable, os.path.join(HERE, "score.py"), data,
                os.path.join(scratch, "out", "latest")], check=True)

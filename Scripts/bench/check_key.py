#!/usr/bin/env python3
"""Compares findings with a key.  check_key.py RUN_FOLDER KEY.csv

Prints each difference; exit 1 on any."""
import csv
import sys


def pairs(path):
    with open(path, encoding="utf-8", newline="") as file:
        return sorted((row["code"], row["subject_key"]) for row in csv.DictReader(file))


found, key = pairs(sys.argv[1] + "/findings.csv"), pairs(sys.argv[2])
for side, rows in (("not in the key", set(found) - set(key)), ("not found", set(key) - set(found))):
    for code, subject in sorted(rows):
        print(f"{side}: {code} {subject}")
print(f"{len(found)} findings, {len(key)} in the key")
sys.exit(found != key)

#!/usr/bin/env python3
"""Compares a run's findings with the generator's truth.  score.py DATA RUN_FOLDER"""
import csv
import os
import sys

CODES = {
    "duplicate_payment": "IUR-02/03", "missing_payment": "IUR-04", "payment_after_death": "IUR-05",
    "claim_without_coverage": "KLM-04/05,SIL-01", "wrong_amount": "KLM-01",
    "duplicate_claim": "KLM-02", "sp2d_mismatch": "KEU-01", "late_payment": "IUR-06",
    "claim_not_in_roster": "SIL-03",
}
GROUP = {
    "IUR-02": "IUR-02/03", "IUR-03": "IUR-02/03", "KLM-04": "KLM-04/05,SIL-01",
    "KLM-05": "KLM-04/05,SIL-01", "SIL-01": "KLM-04/05,SIL-01",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


data, run = sys.argv[1:3]
truth = {code: set() for code in CODES.values()}
for line in rows(os.path.join(data, "truth.csv")):
    code = CODES.get(line["error_type"])
    if code:
        key = "other_id" if code == "IUR-04" else "record_id"
        truth[code].add(line[key])
found = {}
for line in rows(os.path.join(run, "findings.csv")):
    code = GROUP.get(line["code"], line["code"])
    found.setdefault(code, set()).add(line["subject_key"])
print("code              seeded   found correct precision recall")
for code, want in sorted(truth.items()):
    got = found.pop(code, set())
    right = len(want & got)
    print(f"{code:17s} {len(want):6d} {len(got):7d} {right:7d} "
          f"{right / len(got) if got else 1:9.4f} {right / len(want) if want else 1:6.4f}")
for code, got in sorted(found.items()):
    print(f"{code:17s}      - {len(got):7d}")

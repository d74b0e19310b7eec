#!/usr/bin/env python3
"""Compares findings with the generator's truth, pooled.  score.py [DATA RUN_FOLDER]...

IUR-05/id is IUR-05 where the claim of the death carries the right NIK or KPJ: exact ids can link it."""
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


def known_deaths(data):
    """The people whose death claim carries their NIK or KPJ."""
    roster = {row["id_peserta"]: row for row in rows(os.path.join(data, "roster.csv"))}
    links = {row["id_klaim"]: row["id_peserta"] for row in rows(os.path.join(data, "links.csv"))}
    known = set()
    for claim in rows(os.path.join(data, "claims.csv")):
        person = roster.get(links.get(claim["id_klaim"]))
        if person and claim["program"] == "JKM":
            if any(claim[id] and claim[id] == person[id] for id in ("nik", "kpj")):
                known.add(person["id_peserta"])
    return known


want, got = {code: set() for code in [*CODES.values(), "IUR-05/id"]}, {}
for data, run in zip(sys.argv[1::2], sys.argv[2::2]):
    known = known_deaths(data)
    for line in rows(os.path.join(data, "truth.csv")):
        code = CODES.get(line["error_type"])
        if code:
            key = (data, line["other_id" if code == "IUR-04" else "record_id"])
            want[code].add(key)
            if code == "IUR-05" and line["id_peserta"] in known:
                want["IUR-05/id"].add(key)
    for line in rows(os.path.join(run, "findings.csv")):
        code = GROUP.get(line["code"], line["code"])
        got.setdefault(code, set()).add((data, line["subject_key"]))
got["IUR-05/id"] = got.get("IUR-05", set()) & want["IUR-05/id"]
print("code              seeded   found correct precision recall")
for code, seeded in sorted(want.items()):
    found = got.pop(code, set())
    right = len(seeded & found)
    print(f"{code:17s} {len(seeded):6d} {len(found):7d} {right:7d} "
          f"{right / len(found) if found else 1:9.4f} {right / len(seeded) if seeded else 1:6.4f}")
for code, found in sorted(got.items()):
    print(f"{code:17s}      - {len(found):7d}")

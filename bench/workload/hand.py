"""The baseline: 25 three-valued conditions and their conjunction, by hand over dicts."""

import datetime as dt

from workload.common import ASOF, Service
from workload.contestant import Contestant

KNOWN = frozenset(("nasjonal_behandling", "flerregional", "kompetanse"))
RHF = ("RHF_nord", "RHF_midt", "RHF_vest", "RHF_sorost")


def plus_years(d: dt.date, n: int) -> dt.date:
    """The same day `n` years on; 28 February for a leap day."""
    try:
        return d.replace(year=d.year + n)
    except ValueError:
        return d.replace(year=d.year + n, day=28)


def b(x: bool | None) -> int:
    """A truth that may be missing, as a result."""
    return -1 if x is None else (1 if x else 0)


def implies(a: int, c: int) -> int:
    """Kleene's implication."""
    if a == 0 or c == 1:
        return 1
    if a == 1 and c == 0:
        return 0
    return -1


def evaluate(f: Service, asof: dt.date = ASOF) -> list[int]:
    """All 26 results for one service."""
    t = f["type"]
    hf = f["hf"]
    reg = f["hf_region"]
    nhf = None if hf is None else len(hf)
    isn = -1 if t is None else int(t == "nasjonal_behandling")
    isf = -1 if t is None else int(t == "flerregional")
    isk = -1 if t is None else int(t == "kompetanse")
    fn = f["function"]
    st = f["start_date"]
    m = f["ref_members"]
    rd = f["report_date"]
    ry = f["report_year"]
    ar = f["application_received"]
    ay = f["application_year"]
    pt = f["patient_treatment"]
    ap = b(f["approved"])
    appr_nat = 0 if ap == 0 or isn == 0 else (1 if ap == 1 and isn == 1 else -1)
    res = [
        -1 if t is None else int(t in KNOWN),
        implies(isn, -1 if nhf is None else int(nhf == 1)),
        implies(isf, -1 if nhf is None else int(nhf == 2)),
        implies(isf, -1 if reg is None else int(len(set(reg)) == 2)),
        implies(isk, -1 if pt is None else int(not pt)),
        implies(
            -1 if fn is None else int(fn == "opplaring"),
            -1 if st is None else int(asof <= plus_years(st, 5)),
        ),
        implies(
            -1 if fn is None else int(fn == "kompetanseoppbygging"),
            -1 if st is None else int(asof <= plus_years(st, 10)),
        ),
        -1 if rd is None or ry is None else int(rd <= dt.date(ry + 1, 3, 15)),
        b(f["has_reference_group"]),
        -1 if m is None else int(all(x in m for x in RHF)),
        -1 if m is None else int("bruker" in m),
        b(f["crit1"]),
        b(f["crit2"]),
        b(f["crit3"]),
        b(f["task1"]),
        b(f["task2"]),
        b(f["task3"]),
        b(f["task4"]),
        b(f["task5"]),
        b(f["task6"]),
        b(f["task7"]),
        b(f["task8"]),
        b(f["task9"]),
        implies(b(f["ern_member"]), appr_nat),
        -1 if ar is None or ay is None else int(ar <= dt.date(ay, 1, 15)),
    ]
    res.append(0 if 0 in res else (-1 if -1 in res else 1))
    return res


def decide(services: list[Service]) -> list[list[int]]:
    """All 26 results for each service."""
    return [evaluate(service) for service in services]


CONTESTANTS = (Contestant("håndskrevet", decide),)

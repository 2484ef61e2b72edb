"""A copy of the shipped rules with an account in which nothing is wanting.

The shipped account says what is not written yet, so it is whole only when all is. Here every norm
is listed as it stands in the rules, and every sentence that none cites is set aside.
"""

import csv
from pathlib import Path

from attrs import frozen

from hjemmel.core.program import Norm
from hjemmel.traceability.citing import mentioned, modelled
from support.golden_run import compiled

HEADING = ("id", "sted", "setninger", "sitert", "nivå", "slag")


@frozen
class Whole:
    """What the account of a copy comes to."""

    sentences: int
    modelled: int
    mentioned: int
    norms: int

    @property
    def line(self) -> str:
        """The account in one line."""
        aside = self.sentences - self.modelled - self.mentioned
        return (
            f"{self.sentences} av {self.sentences} setninger gjort rede for: "
            f"{self.modelled} modellert, {self.mentioned} bare sitert, {aside} satt til side; "
            f"{self.norms} av {self.norms} normer ({self.norms} med deler); 0 uten setning\n"
        )


def write_whole(folder: Path) -> Whole:
    """Write the lists of a copy of the rules, for those rules."""
    norms = compiled(())[0].value.norms
    rests = {each for norm in norms for each in modelled(norm)}
    beside = {each for norm in norms for each in mentioned(norm)} - rests
    known = [row["id"] for row in _rows(folder / "setninger.tsv")]
    notes = {row["id"]: (row["grunn"], row["merknad"]) for row in _rows(folder / "utenfor.tsv")}
    aside = [each for each in known if each not in rests | beside]
    _write(
        folder / "utenfor.tsv",
        ("id", "grunn", "merknad"),
        [(each, *notes.get(each, ("bakgrunn", f"Ikke skrevet: {each}."))) for each in aside],
    )
    _write(folder / "normer.tsv", HEADING, [_listed(each) for each in norms])
    return Whole(len(known), len(rests), len(beside), len(norms))


def _listed(norm: Norm) -> tuple[str, ...]:
    presumed = " (forutsetning)" if norm.presumption else ""
    return (norm.id, "her", " ".join((*modelled(norm), *mentioned(norm))),
            " ".join(mentioned(norm)), norm.highest_level.value,
            f"{norm.kind.value}{presumed}")  # fmt: skip


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _write(path: Path, heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    lines = ["\t".join(each) for each in (heading, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

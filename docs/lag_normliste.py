"""Make `rules/kilder/normer.tsv` from an inventory of the norms in the sources, or check it.

    python docs/lag_normliste.py FIL            skriver listen
    python docs/lag_normliste.py --sjekk FIL    sier fra om den er en annen

The inventory is tab-separated, with the columns id, sted, nivå, slag, modellert and bare sitert.
What it says in words is left behind: the list has ids, places, levels and kinds.
"""

import re
import sys
from pathlib import Path

PLACE = Path(__file__).parent.parent / "rules" / "kilder" / "normer.tsv"
HEADING = ("id", "sted", "setninger", "sitert", "nivå", "slag")
KINDS = {"prosess": "steg", "holdepunkt": "konstatering"}
"""What the inventory calls what the rules call otherwise."""
PRESUMED = re.compile("forutsettes|legge(r|s) til grunn")
"""The source asks for it without ordering it: the rule says «forutsatt»."""


def listed(text: str) -> str:
    """The list as text, in the order of the inventory."""
    heading, *rows = [line.split("\t") for line in text.splitlines()]
    cells = (dict(zip(heading, row, strict=True)) for row in rows)
    lines = (HEADING, *(_row(each) for each in cells))
    return "".join("\t".join(each) + "\n" for each in lines)


def _row(of: dict[str, str]) -> tuple[str, ...]:
    modelled, mentioned = (_ids(of[each]) for each in ("modellert", "bare sitert"))
    # What is modelled for a time and only cited later is modelled.
    mentioned = [each for each in mentioned if each not in modelled]
    return (of["id"], of["sted"], " ".join((*modelled, *mentioned)), " ".join(mentioned),
            of["nivå"], _kind(of["slag"]))  # fmt: skip


def _ids(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split()


def _kind(said: str) -> str:
    kind = re.split(r"[ (;]", said)[0]
    presumed = " (forutsetning)" if PRESUMED.search(said) else ""
    return f"{KINDS.get(kind, kind)}{presumed}"


def main(arguments: list[str]) -> int:
    """Write the list, or say whether it is as the inventory has it."""
    (inventory,) = [each for each in arguments if each != "--sjekk"]
    made = listed(Path(inventory).read_text(encoding="utf-8"))
    if "--sjekk" not in arguments:
        PLACE.write_text(made, encoding="utf-8")
        return 0
    is_same = PLACE.read_text(encoding="utf-8") == made
    if not is_same:
        sys.stderr.write(f"{PLACE} er ikke slik listen i {inventory} er; kjør uten --sjekk\n")
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

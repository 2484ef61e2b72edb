"""What a file of cases gave, as data."""

from hjemmel.facts import faults
from hjemmel.workbench import shapes
from hjemmel.workbench.case_files import CaseFile
from hjemmel.workbench.version import Version


def uploaded(file: CaseFile, by: Version) -> shapes.Uploaded:
    """What the rules read of a file."""
    found = by.reading(file)
    return {
        "file": file.name,
        "cases": [each.id for each in found.cases],
        "rejected": list(map(rejected, found.rejected)),
        "unread": list(map(rejected, found.unread)),
        "notes": [{"place": each.place, "text": each.text} for each in found.notes],
    }


def rejected(of: faults.Rejected) -> shapes.Rejected:
    """Something that is not read, with the most exact place known of it."""
    named = "" if of.place.endswith(of.field) else of.field
    return {
        "place": ", ".join(filter(None, (of.place, named))),
        "reason": of.reason,
        "help": of.help,
        "code": of.code,
    }

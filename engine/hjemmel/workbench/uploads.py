"""What a file of cases gave, as data."""

from hjemmel import __version__
from hjemmel.facts import faults
from hjemmel.facts.template_basis import TemplateBasis
from hjemmel.facts.template_workbook import workbook
from hjemmel.words.predicates import predicate
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import CaseFile
from hjemmel.workbench.problem import RefusedError
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


def put_file(bench: Workbench, name: str, data: bytes) -> shapes.Uploaded:
    """A file of cases put on the bench; nothing is put there where it has none."""
    file = CaseFile(name, data)
    found = uploaded(file, bench.now)
    if found["cases"]:
        bench.put(file)
    return found


def template(bench: Workbench) -> bytes:
    """The workbook to fill cases in, made from the declarations of the draft."""
    try:
        return workbook(TemplateBasis(bench.now.program, __version__, predicate))
    except ImportError:
        raise RefusedError("Excel kan ikke skrives uten tillegget for Excel",
                           'skriv pip install "hjemmel[excel]"') from None  # fmt: skip


def rejected(of: faults.Rejected) -> shapes.Rejected:
    """Something that is not read, with the most exact place known of it."""
    named = "" if of.place.endswith(of.field) else of.field
    return {
        "place": ", ".join(filter(None, (of.place, named))),
        "field": of.field,
        "reason": of.reason,
        "help": of.help,
        "code": of.code,
    }

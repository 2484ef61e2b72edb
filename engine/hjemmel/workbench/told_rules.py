"""The rules of the bench as data: what is found of them, their outline, norms and names."""

from collections.abc import Iterable
from functools import lru_cache

from hjemmel.analysis.read_back import read_norm
from hjemmel.core.program import Norm, Program
from hjemmel.editing.vocabulary import Entry, vocabulary
from hjemmel.engine import diagnostics as found
from hjemmel.engine import editor
from hjemmel.engine.shapes import format_edits
from hjemmel.render.verdict_text import provision
from hjemmel.rulebooks.texts import SUFFIX
from hjemmel.source.span import Span
from hjemmel.words.outcomes import called
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.edits import edited
from hjemmel.workbench.problem import RefusedError
from hjemmel.workbench.version import Version

_ABOUT_CODES = "feil"


def analysis(bench: Workbench) -> shapes.Analysis:
    """The rules as they are written now."""
    change, draft = bench.change, bench.draft
    return {
        "ok": bench.is_current,
        "diagnostics": list(map(_diagnostic, bench.diagnostics)),
        "changed": list(change.changed if change else ()),
        "new": list(change.new if change else ()),
        "gone": list(change.gone if change else ()),
        "redeclared": list(change.redeclared if change else ()),
        "edited": bench.edited,
        "outline": {name: _outline(name, text) for name, text in bench.texts.items()},
        "norms": norms(draft) if draft else [],
    }


def norms(of: Version) -> list[shapes.Norm]:
    """The norms in the order of the law."""
    return [_norm(each) for each in of.program.norms]


def _norm(of: Norm) -> shapes.Norm:
    cited = [each for wording in of.wordings for each in wording.all_citations]
    return {
        "id": of.id,
        "title": called(of),
        "kind": of.kind.value,
        "place": of.place,
        "provision": provision(of),
        "file": file_of(of.span),
        "line": of.span.line,
        "cited": list(dict.fromkeys(map(str, cited))),
        "sentences": list(dict.fromkeys(one for each in cited for one in each.sentences)),
    }


def file_of(span: Span) -> str:
    """The file of a place, by its name on the bench."""
    return span.file.removesuffix(SUFFIX)


def _range(of: found.Range) -> shapes.Range:
    return of.start_line, of.start_column, of.end_line, of.end_column


def _diagnostic(of: found.Diagnostic) -> shapes.Diagnostic:
    file = of.file.removesuffix(SUFFIX)
    return {
        "file": file,
        "code": of.code,
        "severity": "error" if of.is_error else "warning",
        "message": of.message,
        "label": of.label,
        "help": of.help,
        "place": of.place,
        "range": _range(of.range),
        "notes": [{"file": each.file.removesuffix(SUFFIX), "range": _range(each.range),
                   "message": each.message} for each in of.notes],
        "fixes": [{"title": each.title, "file": file,
                   "edits": [{"range": _range(each.range), "text": each.text}]}
                  for each in of.fixes],
        "page": f"{_ABOUT_CODES}/{of.code}.md",
    }  # fmt: skip


@lru_cache(maxsize=64)
def _outline(name: str, text: str) -> list[shapes.Symbol]:
    return list(map(_symbol, editor.symbols(text, name)))


def _symbol(of: editor.Symbol) -> shapes.Symbol:
    return {
        "kind": of.kind.value,
        "name": of.name,
        "detail": of.detail,
        "line": of.range.start_line,
        "last_line": of.whole.end_line,
        "range": _range(of.range),
        "children": list(map(_symbol, of.children)),
    }


# --- names -----------------------------------------------------------------------------------


def entries(of: Program) -> list[shapes.Entry]:
    """Every name that a rule can use."""
    return list(map(_entry, vocabulary(of)))


def _entry(of: Entry) -> shapes.Entry:
    return {
        "name": of.name,
        "sort": of.sort,
        "type": of.type,
        "holder": of.holder,
        "meaning": of.meaning,
        "values": list(of.values),
        "file": file_of(of.declared) if of.declared else "",
        "line": of.declared.line if of.declared else 0,
        "provision": of.provision,
    }


def completions(bench: Workbench, file: str, line: int, column: int) -> list[shapes.Completion]:
    """What may stand at a place of a file."""
    offered = editor.complete(bench.text(file), line, column, bench.texts, file)
    return [
        {"text": each.text, "kind": each.kind.value, "detail": each.detail,
         "range": _range(each.range)}
        for each in offered
    ]  # fmt: skip


def hover(bench: Workbench, file: str, line: int, column: int) -> shapes.Hover | None:
    """What the words at a place of a file mean."""
    of = editor.hover(bench.text(file), line, column, bench.texts, file)
    if of is None:
        return None
    where = of.file.removesuffix(SUFFIX) or file
    return {
        "range": _range(of.range),
        "about": of.about,
        "name": of.name,
        "type": of.type,
        "holder": of.holder,
        "meaning": of.meaning,
        "citations": list(of.citations),
        "declared": {"file": where, "range": _range(of.declared)} if of.declared else None,
        "page": of.page,
        "text": of.text,
    }


# --- norms -----------------------------------------------------------------------------------


def read_back(bench: Workbench, norm: str) -> shapes.ReadBack:
    """A norm in sentences, before and now."""
    now, change = bench.norm(norm), bench.changes
    was = change.before(norm) if now else bench.before.norm(norm)
    of = now or was
    assert of is not None  # else it is no norm, and refused
    return {
        "norm": norm,
        "title": called(of),
        "before": read(bench.before, was),
        "after": read(bench.now, now),
    }


def read(by: Version, norm: Norm | None) -> list[str]:
    """A norm of a version in sentences; none where it has it not."""
    return list(read_norm(by.judge.book, norm)) if norm else []


def titles(of: Iterable[Norm]) -> dict[str, str]:
    """What norms are called, by their ids."""
    return {each.id: called(each) for each in of}


def laid_out(bench: Workbench, file: str) -> str:
    """A file in the one layout."""
    text = bench.text(file)
    edits = format_edits(text)
    if edits is None:
        raise RefusedError("filen har feil, og kan ikke settes opp", "rett feilene først")
    return edited(text, [{"range": _range(each.range), "text": each.text} for each in edits])

"""A form made from the declarations: what to ask, and what is most missing."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import assert_never

from attrs import frozen

from hjemmel.core import types
from hjemmel.core.program import Program
from hjemmel.core.schema import PRESENCE, FieldDeclaration, RecordDeclaration
from hjemmel.explain.verdict import Verdict, missing
from hjemmel.facts.narrowed import asked_for
from hjemmel.facts.provisions import Asked, asked_by, provisions
from hjemmel.facts.questions import presence_question, question, title
from hjemmel.facts.template_columns import form
from hjemmel.facts.wording import expected
from hjemmel.render.unasked import UNASKED
from hjemmel.words.predicates import predicate
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import Held
from hjemmel.workbench.filling import case_file
from hjemmel.workbench.problem import RefusedError
from hjemmel.workbench.told_cases import told
from hjemmel.workbench.version import Version

_TRIED = "skjema"
"""What the case is called that is judged to see what one of its kind lacks."""


def questions(bench: Workbench, kind: str | None, name: str | None) -> shapes.Form:
    """The form for a case that is there, or for one of a kind; without either, for any."""
    by = bench.now
    kinds = _kinds(by.program)
    held = bench.held(name, by) if name is not None else None
    if held is None and kind is not None:
        held = _of_kind(bench, kinds, kind)
    found = tuple(by.verdicts(held.case, bench.day_of(held.case)).values()) if held else ()
    waiting = Counter(_waited_for(found))
    wanted = None if held is None else _asked(by, found)
    making = _Making(by.program, provisions(by.program), _askers(by.program), waiting, wanted)
    parts = list(making.parts())
    return {
        "kinds": kinds,
        "kind": kind,
        "case": name,
        "parts": parts,
        "first": _in_order(parts, waiting),
        "told": told(held, by) if name is not None and held else {},
    }


def _kinds(program: Program) -> shapes.Kinds | None:
    """The first fact that is one of a closed list, which is what a case is headed with."""
    for record in program.schema.records:
        for each in record.fields if not record.entry else ():
            if isinstance(each.type, types.Enumerated):
                values = program.schema.enumeration(each.type.name).values
                return {"path": f"{record.key}.{each.key}",
                        "question": question(record, each, predicate),
                        "values": list(values)}  # fmt: skip
    return None


def _of_kind(bench: Workbench, kinds: shapes.Kinds | None, kind: str) -> Held:
    """A case of which nothing is told but its kind."""
    if kinds is None or kind not in kinds["values"]:
        known = ", ".join(kinds["values"]) if kinds else "ingen"
        raise RefusedError(f"ingen saker er av slaget «{kind}»", f"slagene er {known}")
    record, _, key = kinds["path"].partition(".")
    file = case_file(_TRIED, {record: {key: kind}})
    (case,) = file.read_by(bench.now.program.schema).cases
    bench.now.readings[file] = file.read_by(bench.now.program.schema)
    return Held(case, file)


def _waited_for(found: Iterable[Verdict]) -> Iterator[str]:
    """What each norm waits for, each fact once a norm: any entry of a list is its list's."""
    for each in found:
        yield from {_path(lack.path) for lack in missing(each) if lack.path}


def _path(of: Iterable[str | int]) -> str:
    return ".".join(each for each in of if isinstance(each, str))


def _asked(by: Version, found: Iterable[Verdict]) -> frozenset[Asked]:
    """What the norms that a case raises ask for, and all they refer to."""
    raised = [each.norm.id for each in found if each.outcome not in UNASKED]
    return asked_for(by.program, raised)


def _askers(program: Program) -> Mapping[Asked, int]:
    """How many norms ask for each fact."""
    return Counter(each for norm in program.norms for each in {*asked_by(program, norm)})


def _in_order(parts: list[shapes.Part], waiting: Mapping[str, int]) -> list[str]:
    """What is missing, most norms first; else in the order of the declarations."""
    flat = [each["path"] for part in parts for each in _flat(part["questions"])]
    return sorted((each for each in flat if waiting[each]), key=lambda each: -waiting[each])


def _flat(questions: list[shapes.Question]) -> Iterator[shapes.Question]:
    for each in questions:
        yield each
        yield from _flat(each["entry"])


@frozen
class _Making:
    """The making of questions; `wanted` is what some case needs, None where all is asked."""

    program: Program
    provisions: Mapping[Asked, str]
    askers: Mapping[Asked, int]
    waiting: Mapping[str, int]
    wanted: Collection[Asked] | None

    def parts(self) -> Iterator[shapes.Part]:
        """Each part of a case that anything is asked of."""
        for record in self.program.schema.records:
            if record.entry:
                continue
            found = self._questions(record, (record.key,))
            if not found and not self._is_wanted((record.key, PRESENCE)):
                continue
            yield {
                "key": record.key,
                "title": title(record.key),
                "optional": record.optional,
                "presence": presence_question(record) if record.optional else "",
                "provision": self.provisions.get((record.key, PRESENCE), ""),
                "questions": found,
            }

    def _is_wanted(self, asked: Asked) -> bool:
        return self.wanted is None or asked in self.wanted

    def _questions(self, record: RecordDeclaration, at: tuple[str, ...]) -> list[shapes.Question]:
        return [self._question(record, each, (*at, each.key)) for each in record.fields
                if self._is_wanted((record.key, each.key))]  # fmt: skip

    def _question(
        self, record: RecordDeclaration, of: FieldDeclaration, at: tuple[str, ...]
    ) -> shapes.Question:
        schema, path, asked = self.program.schema, _path(at), (record.key, of.key)
        element = of.type.element if isinstance(of.type, types.Listed) else of.type
        entry = schema.record(element.name) if isinstance(element, types.Row) else None
        owner = of.type.owner if isinstance(of.type, types.Assessed) else of.holder
        return {
            "path": path,
            "key": of.key,
            "name": of.name,
            "question": question(record, of, predicate),
            "sort": _sort(element),
            "many": isinstance(of.type, types.Listed),
            "type": expected(of.type),
            "hint": form(of.type, schema),
            "values": list(self._values(element)),
            "holder": owner,
            "meaning": of.meaning,
            "guides": list(of.guides),
            "provision": self.provisions.get(asked, ""),
            "norms": self.askers.get(asked, 0),
            "missing": self.waiting.get(path, 0),
            "entry": self._questions(entry, at) if entry else [],
        }

    def _values(self, kind: types.Type | types.Row) -> tuple[str, ...]:
        match kind:
            case types.Enumerated(name):
                return self.program.schema.enumeration(name).values
            case types.Registered(name):
                return tuple(e.name for e in self.program.schema.register(name).entries)
            case _:  # any value of the type
                return ()


def _sort(kind: types.Type | types.Row) -> str:  # noqa: C901, PLR0912 - a line for each type
    match kind:
        case types.Truth():
            return "truth"
        case types.Assessed():
            return "assessment"
        case types.Text():
            return "text"
        case types.Date():
            return "date"
        case types.Year():
            return "year"
        case types.Quarter():
            return "quarter"
        case types.Month():
            return "month"
        case types.Whole():
            return "whole"
        case types.Fraction():
            return "fraction"
        case types.Money():
            return "money"
        case types.Months():
            return "months"
        case types.Days():
            return "days"
        case types.Enumerated():
            return "choice"
        case types.Registered():
            return "register"
        case types.Row():
            return "rows"
        case types.Listed():
            return _sort(kind.element)
        case _:
            assert_never(kind)

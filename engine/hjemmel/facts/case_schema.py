"""The form of a case as JSON Schema, for editors and for others' programs."""

import re
from collections import Counter
from typing import assert_never

from hjemmel.case.statements import Grade
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Row,
    Scalar,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.facts import patterns
from hjemmel.facts.further_kinds import RULED_OUT
from hjemmel.facts.names import folded
from hjemmel.facts.numbers import FIRST_YEAR, LARGEST, LAST_YEAR, MOST_DIGITS
from hjemmel.facts.patterns import either_case, one_of
from hjemmel.facts.schema import CASE_ID, DAY, TITLE
from hjemmel.facts.values import LONGEST_TEXT, YES_AND_NO

Json = dict[str, object]

BEYOND, SMALLEST = 10 ** (MOST_DIGITS + 1), 10.0**-MOST_DIGITS
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DESCRIPTION = (
    "Opplysningene om én sak. Utelatt nøkkel betyr at opplysningen mangler. "
    "Nøklene skrives med «_», som her; programmet leser dem også med mellomrom."
)
WRITTEN: Json = {"type": "string", "maxLength": LONGEST_TEXT, "pattern": patterns.VISIBLE}
TEXT: Json = {"$ref": f"#/properties/{TITLE}/anyOf/0"}
"""The pattern of a text is long, and stands once: where the title of the case is told."""

DATE: Json = {"type": "string", "pattern": patterns.whole(patterns.day())}
MONTH_OR_YEAR: Json = {
    "type": "string",
    "pattern": patterns.whole(patterns.month_or_year()),
    "description": "Er bare måneden eller året kjent, er dagen en av dem.",
}
THE_YEAR: Json = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
NOT_DONE: Json = {"type": "string", "pattern": patterns.whole(either_case(patterns.NOT_DONE))}
YES_OR_NO: Json = {
    "anyOf": [
        {"enum": [True, False, "ja", "nei"]},
        {"type": "string", "pattern": patterns.whole(one_of(YES_AND_NO))},
    ]
}


def json_schema(schema: Schema) -> Json:
    """JSON Schema (2020-12) of one case."""
    return {
        "$schema": DIALECT,
        "title": "Sak",
        "description": DESCRIPTION,
        "type": "object",
        "properties": {
            CASE_ID: {**_nullable(TEXT), "title": "Sakens navn"},
            TITLE: {**_nullable(WRITTEN), "title": "Tittel"},
            DAY: {**_nullable(DATE), "title": "Dagen saken skal vurderes etter"},
            **{each.key: _part(each) for each in schema.records if not each.entry},
        },
        "additionalProperties": False,
        "$defs": {each.key: _record(each, schema) for each in schema.records},
    }


def _part(record: RecordDeclaration) -> Json:
    """A record of the case; to say nothing of one that may be missing is to say that it is."""
    reference = _reference(record.key)
    return reference if record.optional else _nullable(reference)


def _record(record: RecordDeclaration, schema: Schema) -> Json:
    return {
        "title": record.definite,
        "type": "object",
        "properties": {each.key: _field(each, record, schema) for each in record.fields},
        "additionalProperties": False,
    }


def _field(declared: FieldDeclaration, record: RecordDeclaration, schema: Schema) -> Json:
    kind = declared.type
    if record.entry and isinstance(kind, Enumerated):
        content: Json = {"anyOf": [_joined(kind, schema), _pending()]}
    else:
        content = _content(kind, schema)
    wrapped = _wrapped(content, kind)
    several: Json = {"type": "array", "minItems": 1, "items": wrapped}
    found: Json = {
        "title": declared.name,
        "anyOf": [*_forms(content), {"type": "null"}, wrapped, several],
    }
    description = explained(declared)
    return {**found, "description": description} if description else found


def explained(declared: FieldDeclaration) -> str:
    """What a fact means and who holds it, in one line."""
    holder = f"Opplysningen finnes hos {declared.holder}." if declared.holder else ""
    return " ".join(each for each in (declared.meaning, holder) if each)


def _wrapped(content: Json, kind: Type) -> Json:
    grades = [each.value for each in Grade]
    properties: Json = {
        "verdi": content,
        "kilde": _nullable(TEXT),
        "grad": {"anyOf": [{"enum": [*grades, None]}, _words(one_of(grades))]},
    }
    return _assessed(properties) if isinstance(kind, Assessed) else _object(properties, ["verdi"])


def _assessed(properties: Json) -> Json:
    """Who assessed it is told of a yes or a no, and not of what is pending."""
    together: Json = {"type": "array", "minItems": 1, "items": TEXT}
    by: Json = {"anyOf": [TEXT, together, {"type": "null"}]}
    told: Json = {"av": by, "dato": _nullable(DATE), "grunnlag": _nullable(TEXT)}
    untold: Json = {key: {"type": "null"} for key in told}
    made = _object({**properties, "verdi": YES_OR_NO, **told}, ["verdi"])
    pending = _object({**properties, "verdi": _pending(), **untold}, ["verdi"])
    return {"anyOf": [made, pending]}


def _content(kind: Type, schema: Schema) -> Json:
    pending = _pending()
    match kind:
        case Listed(element=Row(name=name)):
            return {"anyOf": [*_list_of(_reference(name), _kind(name, schema)), pending]}
        case Listed(element=element):
            further = _scalar(element, schema) if isinstance(element, RULED_OUT) else False
            return {"anyOf": [*_list_of(_member(element, schema), further), pending]}
        case _:
            return {"anyOf": [_scalar(kind, schema), pending]}


def _pending() -> Json:
    return _object({"avventer": TEXT}, ["avventer"])


def _list_of(member: Json, further: Json | bool) -> list[Json]:
    """A list; or one known in part, perhaps with what no further entry is."""
    whole: Json = {"type": "array", "items": member}
    none: Json = {"type": "array", "items": further}
    part = {**_object({"minst": whole, "ingen": none}, []), "minProperties": 1}
    return [whole, part]


def _kind(name: str, schema: Schema) -> Json:
    """A kind of entry: one or more of its facts, each with its value."""
    declared = schema.record(name)
    assert declared is not None
    facts: Json = {each.key: _scalar(each.type, schema) for each in declared.fields
             if isinstance(each.type, RULED_OUT)}  # fmt: skip
    return {**_object(facts, []), "minProperties": 1}


def _member(element: Scalar | Row, schema: Schema) -> Json:
    assert not isinstance(element, Row)
    if isinstance(element, Enumerated):
        content: Json = {"anyOf": [_joined(element, schema), _pending()]}
        return content
    content = _content(element, schema)
    if isinstance(element, Assessed):
        return {"anyOf": [*_forms(content), _assessed({})]}
    return content


def _forms(content: Json) -> list[object]:
    forms = content["anyOf"]
    assert isinstance(forms, list)
    return forms


def _scalar(kind: Scalar, schema: Schema) -> Json:  # noqa: C901, PLR0912 - one line for each type
    match kind:
        case Truth() | Assessed():
            return YES_OR_NO
        case Text():
            return TEXT
        case Date():
            return {"anyOf": [DATE, MONTH_OR_YEAR, THE_YEAR, NOT_DONE]}
        case Year():
            return THE_YEAR
        case Quarter():
            return {**_words(patterns.quarter()), "examples": ["2024-K1", "første kvartal 2024"]}
        case Month():
            return {**_words(patterns.month()), "examples": ["2024-03", "mars 2024"]}
        case Whole():
            return {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}
        case Fraction():
            digits = {"description": f"Høyst {MOST_DIGITS} sifre."}
            limits = {"exclusiveMinimum": -BEYOND, "exclusiveMaximum": BEYOND}
            return {"type": "number", **limits, "multipleOf": SMALLEST, **digits}
        case Money():
            most = LARGEST // 100  # in whole kroner; what is above it is less than a krone
            told = {"description": "Kroner, med høyst to desimaler."}
            limits = {"exclusiveMinimum": -most - 1, "exclusiveMaximum": most + 1}
            return {"type": "number", **limits, "multipleOf": 0.01, **told}
        case Months():
            examples = ["5 år", "18 måneder", "5 år og 6 måneder"]
            return {**_words(patterns.months()), "examples": examples}
        case Days():
            return {**_words(patterns.days()), "examples": ["30 dager", "P30D"]}
        case Enumerated():
            values = schema.enumeration(kind.name).values
            return {"anyOf": [{"enum": list(values)}, _words(_any_value(values))]}
        case Registered(name):
            entries = schema.register(name).entries
            return {**TEXT, "examples": [each.name for each in entries]}
        case _:
            assert_never(kind)


def _joined(kind: Enumerated, schema: Schema) -> Json:
    """A value in a list: several may stand in one text."""
    values = schema.enumeration(kind.name).values
    pattern = patterns.several(_any_value(values))
    return {"anyOf": [{"enum": list(values)}, {"type": "string", "pattern": pattern}]}


def _any_value(values: tuple[str, ...]) -> str:
    """Values in letters of either case, but for those that it is case that tells apart."""
    counts = Counter(map(folded, values))
    alone = [each for each in values if counts[folded(each)] == 1]
    exact = [re.escape(each) for each in values if counts[folded(each)] > 1]
    return "|".join((*filter(None, (one_of(alone),)), *exact))


def _words(pattern: str) -> Json:
    return {"type": "string", "pattern": patterns.whole(pattern)}


def _object(properties: Json, required: list[str]) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _nullable(form: Json) -> Json:
    return {"anyOf": [form, {"type": "null"}]}


def _reference(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}

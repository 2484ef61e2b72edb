"""The form of a case as JSON Schema, for editors and for others' programs."""

from typing import assert_never

from hjemmel.core.case import Grade
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Months,
    Registered,
    Row,
    Scalar,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.facts.numbers import FIRST_YEAR, LARGEST, LAST_YEAR
from hjemmel.facts.schema import CASE_ID, DAY, TITLE
from hjemmel.facts.times import NOT_DONE
from hjemmel.facts.values import LONGEST_TEXT

Json = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
TEXT: Json = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": r"\S"}
DATE: Json = {"type": "string", "format": "date", "pattern": DAY_PATTERN}
YES_OR_NO: Json = {"enum": [True, False, "ja", "nei"]}


def json_schema(schema: Schema) -> Json:
    """JSON Schema (2020-12) of one case."""
    return {
        "$schema": DIALECT,
        "title": "Sak",
        "description": "Opplysningene om én sak. Utelatt nøkkel betyr at opplysningen mangler.",
        "type": "object",
        "properties": {
            CASE_ID: {**_nullable(TEXT), "title": "Sakens navn"},
            TITLE: {**_nullable(TEXT), "title": "Tittel"},
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
        "properties": {each.key: _field(each, schema) for each in record.fields},
        "additionalProperties": False,
    }


def _field(declared: FieldDeclaration, schema: Schema) -> Json:
    content = _content(declared.type, schema)
    wrapped = _wrapped(content, declared.type)
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
    properties: Json = {
        "verdi": content,
        "kilde": _nullable(TEXT),
        "grad": {"enum": [*(each.value for each in Grade), None]},
    }
    if isinstance(kind, Assessed):
        properties |= {"av": _nullable(TEXT), "dato": _nullable(DATE), "grunnlag": _nullable(TEXT)}
    return _object(properties, ["verdi"])


def _content(kind: Type, schema: Schema) -> Json:
    pending = _object({"avventer": TEXT}, ["avventer"])
    match kind:
        case Listed(element=Row(name=name)):
            return {"anyOf": [*_list_of(_reference(name)), pending]}
        case Listed(element=element):
            return {"anyOf": [*_list_of(_member(element, schema)), pending]}
        case _:
            return {"anyOf": [_scalar(kind, schema), pending]}


def _list_of(member: Json) -> list[Json]:
    whole: Json = {"type": "array", "items": member}
    return [whole, _object({"minst": whole}, ["minst"])]


def _member(element: Scalar | Row, schema: Schema) -> Json:
    assert not isinstance(element, Row)
    content = _content(element, schema)
    if isinstance(element, Assessed):
        properties: Json = {"verdi": content, "av": TEXT, "dato": DATE, "grunnlag": TEXT}
        return {"anyOf": [*_forms(content), _object(properties, ["verdi"])]}
    return content


def _forms(content: Json) -> list[object]:
    forms = content["anyOf"]
    assert isinstance(forms, list)
    return forms


def _scalar(kind: Scalar, schema: Schema) -> Json:  # noqa: C901 - one line for each type
    match kind:
        case Truth() | Assessed():
            return YES_OR_NO
        case Text():
            return TEXT
        case Date():
            return {"anyOf": [DATE, {"const": NOT_DONE}]}
        case Year():
            return {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        case Whole():
            return {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}
        case Fraction():
            return {"type": "number"}
        case Money():
            return {"type": "number", "description": "Kroner, med høyst to desimaler."}
        case Months():
            return {"type": "string", "examples": ["5 år", "18 måneder", "5 år og 6 måneder"]}
        case Days():
            return {"type": "string", "examples": ["30 dager", "P30D"]}
        case Enumerated(name):
            return {"enum": list(schema.enumeration(name).values)}
        case Registered(name):
            entries = schema.register(name).entries
            return {**TEXT, "examples": [each.name for each in entries]}
        case _:
            assert_never(kind)


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

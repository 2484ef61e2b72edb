"""JSON Schema accepts what the reader takes without complaint, and no more."""

import json
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, localcontext
from itertools import product
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hjemmel.core.schema import Schema
from hjemmel.facts.case_schema import json_schema
from hjemmel.facts.faults import Mistake, RawCase
from hjemmel.facts.json_file import read_json
from hjemmel.facts.patterns import VISIBLE
from hjemmel.facts.schema import decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.values import decode_text
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.source.signs import HIDDEN, MARK, kind_of

PLAIN = (
    "true", "false", "null", "1", "0", "3.0", "3e0", "1.5", "-1", "-5", "24", "1799", "1800",
    "2024", "2199", "2200", "1e400", "12345678901234567890", "99999999999999999",
    "999999999999999999", "1000000000000000000", "9999999999999999", "9999999999999999.99",
    "10000000000000000", "10000.005", "10000.05", "18.9", "0.07",
    "0.1234567890123456789012345678", "0.12345678901234567890123456789",
    "1234567890123456789012345678", "1e28", "1e29",
)  # fmt: skip
TEXTS = (
    "ja", "nei", "Ja", " NEI ", "yes", "x", "", " ", "10000", "kirurgi", "Kirurgi", "kirurgi ",
    "kirurgi, Genetikk", "kirurgi og x", "nasjonal behandlingstjeneste",
    "Nasjonal\u00a0Behandlingstjeneste", "Helse Vest", "helse vest / HELSE NORD", "OUS", "ous",
    "OUS, Haukeland", "2024-03-01", " 2024-03-01 ", "2024-3-1", "01.03.2024", "1. mars 2024",
    "2024-02-30", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "1800-01-01",
    "1799-12-31", "2199-12-31", "2200-01-01", "2024-13-01", "2024-04-31", "ikke utført",
    "Ikke  UTFØRT", "ikkeutført", "5 år", "5 ÅR", "5år", "5 år og 1 måned", "5 år og 6 Måneder",
    "P5Y", "p5y", "P5Y2M", "P6M", "P", "P5D", "P30D", "p30d", "18 måneder", "1 måned", "1000 år",
    "1001 år", "12000 måneder", "12001 måneder", "100000 måneder", "0 måneder", "005 år",
    "366000 dager", "366001 dager", "30 dager", "1 dag", "30  Dager", "-3 dager", "\u0000",
    "a\nb", "a\u200bb", "a\rb", "a \r b", "a\r\nb", "a\r \nb", "a\n\rb", "\ra\r", "\r", "\r\n",
    "a\u00a0\rb", "a\uf0b7b", "a\u0336b", "\u0337", "a\u030a", "=\u0338", "a\u20ddb", "a\u2800b",
    "2024-K1", " 2024k3 ", "2024-K5", "K1 2024", "første kvartal 2024", "FØRSTE  kvartal 2024",
    "1. kvartal 2024", "5. kvartal 2024", "2200-K1", "1799-K4", "2024-03", "2024-13", "2200-01",
    "mars 2024", "MARS  2024", "mar 2024", "2024-00",
    "\u3164", "a\ufe0fb", "a\ufffcb", "a\u034fb", "a\u061cb", "\u2003", "a  b",
    "kirurgi,,genetikk", "kirurgi, og genetikk", "kirurgi og, genetikk", "kirurgi og genetikk",
    "kirurgi og og genetikk", "kirurgi\nog genetikk", "kirurgi,\nog\ngenetikk;", ",kirurgi",
    "kirurgi,", ",kirurgi, genetikk,", " og kirurgi, genetikk og ", "kirurgi genetikk", ",", " og ",
    "kirurgi, kirurgi", "kirurgi\n\n\ngenetikk", "kirurgi\r\ngenetikk", "kirurgi,, x",
    "kirurgi/og genetikk",
    "Helse Vest,, og Helse Nord", ",Helse Vest", "a" * 10_000, "a" * 10_001, "avventer: x", "ingen",
)  # fmt: skip
INNER = ("true", '"ja"', "3", '"kirurgi"', '"OUS"', '"2024-03-01"', "null", "[]", '["kirurgi"]')
FORMS = (
    "[%s]", "[%s, null]", '{"minst": [%s]}', '{"minst": %s}', '{"avventer": %s}', '{"verdi": %s}',
    '{"verdi": %s, "kilde": "k", "grad": "Part"}', '{"verdi": %s, "grad": "feil"}',
    '{"verdi": %s, "kilde": ""}', '{"verdi": %s, "kilde": null}', '{"verdi": %s, "ukjent": 1}',
    '{"verdi": %s, "av": "Ola", "dato": "2024-01-02", "grunnlag": "brev"}',
    '{"verdi": {"avventer": "x"}, "av": %s}',
    '{"verdi": {"avventer": "x"}, "grad": "part", "dato": %s}',
    '[{"egnet": {"verdi": {"avventer": "x"}, "grunnlag": %s}}]',
    '{"verdi": %s, "dato": "2024-02-30"}', '[{"verdi": %s}]',
    '[{"verdi": %s, "kilde": "a"}, {"verdi": %s, "kilde": "b"}]', '[{"senger": %s}]',
    '[{"helseforetak": %s}, {}]', '[{"egnet": %s}]', '[{"ukjent": %s}]', '{"kilde": %s}',
)  # fmt: skip
OTHERS = ("{}", "[]", "[{}]", "[null]", "[[]]", '{"minst": []}', '{"avventer": "x", "kilde": "k"}')


def written() -> Iterator[str]:
    """Values of every kind, in every form."""
    yield from PLAIN
    yield from (json.dumps(each) for each in TEXTS)
    yield from (json.dumps([each]) for each in TEXTS)
    yield from (json.dumps([{"helseregion": each}]) for each in TEXTS)
    yield from OTHERS
    for form, inner in product(FORMS, INNER):
        yield form.replace("%s", inner)


VALUES = tuple(dict.fromkeys(written()))


def exactly(schema: dict[str, object]) -> Any:
    """The schema, with numbers that are compared exactly."""
    return json.loads(json.dumps(schema), parse_float=Decimal)


def exact(text: str) -> int | Decimal:
    """A number as it is; JSON Schema knows no difference between 3.0 and 3."""
    number = Decimal(text)
    return int(number) if number == number.to_integral() else number


def takes(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the reader takes all of a case without complaint."""
    (raw,) = read_json(SourceFile("s.json", "s", text.encode()))
    assert isinstance(raw, RawCase), text
    found = decode(raw, vocabulary)
    return found.case is not None and not found.faults


FIELDS = (
    "navn", "type", "godkjent", "godkjenningsdato", "første_år", "første_kvartal",
    "første_måned", "antall_pasienter", "andel",
    "tilskudd", "varighet", "frist", "eier", "helsegevinst", "fagområder", "møtedatoer", "stikkord",
    "steder",
)  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_schema_and_reader_agree_on_a_fact(field: str, schema: Schema) -> None:
    """On every value in every form, each by its own way of reading JSON."""
    validator = Draft202012Validator(exactly(json_schema(schema)))
    vocabulary = Vocabulary.of(schema)
    with localcontext(prec=600):
        for value in VALUES:
            text = f'{{"tjeneste": {{"{field}": {value}}}}}'
            allowed = validator.is_valid(json.loads(text, parse_float=exact))
            assert allowed == takes(text, vocabulary), (field, value[:80], allowed)


@pytest.mark.parametrize("key", ["sak", "tittel", "vurderingsdato", "tjeneste", "søknad", "sted"])
def test_schema_and_reader_agree_on_a_case(key: str, schema: Schema) -> None:
    """And on what stands at its top."""
    validator = Draft202012Validator(exactly(json_schema(schema)))
    vocabulary = Vocabulary.of(schema)
    with localcontext(prec=600):
        for value in VALUES:
            text = f'{{"{key}": {value}}}'
            allowed = validator.is_valid(json.loads(text, parse_float=exact))
            assert allowed == takes(text, vocabulary), (key, value[:80], allowed)


def test_there_are_enough_pairs(schema: Schema) -> None:
    """Every fact of the record is tried, and there are more pairs than anybody would write."""
    (record,) = (each for each in schema.records if each.key == "tjeneste")
    assert {each.key for each in record.fields} == set(FIELDS)
    assert len(FIELDS) * len(VALUES) > 4000


def test_no_sign_is_hidden_from_the_schema_alone() -> None:
    """What Unicode has given a meaning, and hides whatever it stands after; and nothing more."""
    pattern = re.compile(VISIBLE)
    for char in map(chr, range(0x10000)):
        text = f"a{char}b"
        is_read = not isinstance(decode_text(text), Mistake)
        is_allowed = bool(pattern.search(text))
        assert is_allowed or not is_read, hex(ord(char))
        kind = kind_of(char)
        if kind in HIDDEN and kind is not MARK and unicodedata.category(char) != "Cn":
            assert not is_allowed or is_read, hex(ord(char))

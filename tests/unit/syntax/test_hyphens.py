"""A keyword with a hyphen after it is the beginning of another word."""

import pytest

from hjemmel.source.source import read_text
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import format_text
from unit.lowering.rulebook import HEAD, codes

NAMES = ["og-gruppen", "er-nivå", "der-listen", "blant-feltet", "ikke-røykere", "alle-knappen",
         "etter-kontroll", "minst-verdien", "av-kontoret", "eller-porten"]  # fmt: skip
TEXT = """opplysninger om x, x, x
  opplysning {0} er ja eller nei, oppgis av {0}

krav a, etter forskrift § 4-2
  oppfylt når   x er {0}
    og          x {0} er senest {0}
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_begin_with_a_keyword_and_a_hyphen(name: str, grammar: str) -> None:
    """It needs no quotes, and is given none."""
    text = TEXT.format(name)
    result = format_text(read_text("prøve.ntr", text), grammar)
    assert result.diagnostics == ()
    assert result.value == text


@pytest.mark.parametrize("line", ["krav-listen er lang", "og-gruppen er med", "fra-dato er satt"])
def test_a_line_may_not_begin_with_such_a_word(line: str, grammar: str) -> None:
    """It is no line word, so it opens no line of its kind."""
    text = f"{HEAD}krav x, etter forskrift § 4-2\n  oppfylt når a er b\n  {line}\n"
    found = parse(read_text("prøve.ntr", text), grammar).diagnostics
    assert [each.code for each in found] == ["NTR101"]


def test_a_binding_word_alone_is_still_none() -> None:
    """«og» itself is no name."""
    assert codes("krav x, etter forskrift § 4-2\n  oppfylt når og er god\n") != []

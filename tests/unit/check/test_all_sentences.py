"""Every sentence that the shipped words make says one thing, tried by the checker itself."""

from collections.abc import Iterator
from itertools import groupby

from hjemmel.check.ambiguity import Sentence, ambiguous_sentences, sentences
from hjemmel.syntax.show_names import words
from support.golden_run import compiled, program_of

WORDS = "regelverk alle setningene\nbygger på ord_ern\nbygger på ord_kap4\n\n"
MANY = 50
"""So many sentences in one norm."""
SUFFIX = " senest vurderingsdagen"


def made() -> list[Sentence]:
    """The sentences that the shipped words make, each once."""
    return list(dict.fromkeys(sentences(program_of({}).schema)))


def as_written(of: Sentence) -> str:
    """The sentence with the quotes that its names need."""
    line = of.line
    lead = "alle " if line.startswith("alle ") else ""
    end = SUFFIX if line.endswith(SUFFIX) else ""
    whole = line.removeprefix(lead).removesuffix(end)
    before, verb, after = whole.partition(" er ")
    if not lead and before != of.about.definite:
        verb = ""  # «er» stands in the name
    said = f"{words(before)}{verb}{words(after)}" if verb else words(whole)
    return f"{lead}{said}{end}"


def norms(of: list[Sentence]) -> Iterator[str]:
    """Norms that ask for all of them, each about the part that they are about."""
    number = 0
    for definite, group in groupby(of, key=lambda each: each.about.definite):
        listed = list(group)
        for first in range(0, len(listed), MANY):
            some = listed[first : first + MANY]
            number += 1
            lines = "\n    og ".join(as_written(each) for each in some)
            yield (
                f"krav alle setninger {number}, etter forskriften § 4-2\n"
                f"  gjelder for {definite}\n  oppfylt når {lines}\n"
            )


def test_each_has_one_meaning() -> None:
    """None is unknown, and none is two things."""
    found = made()
    assert len(found) > 250
    text = f"{WORDS}§ 4-2 Alle setningene\n\n" + "\n".join(norms(found))
    checked, _ = compiled((("alle", text),))
    errors = [f"{each.code} {each.message}" for each in checked.diagnostics if each.is_error]
    assert errors == []
    assert list(ambiguous_sentences(checked.value.schema)) == []

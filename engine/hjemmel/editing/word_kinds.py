"""The words of the language by what they are to one who looks at a text: patterns for colours.

They are read from the grammar, so that an editor, the documentation and the parser have one list.
The patterns are of the kind that Python, Oniguruma (TextMate, VS Code) and JavaScript share, but
for JavaScript's `\\w`, which knows no «å».
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from hjemmel.editing.prose import PROSE
from hjemmel.syntax.lexicon import Terminal, alternatives, terminals

_HEADINGS = ("PARAGRAF", "ARTIKKELHODE", "KAPITTELHODE", "AVSNITT", "STED")
_REMARK = "MERKNAD"
_NAMING = ("BYGGER_PA", "SLAG", "FULL_TITTEL", "BRUDD_HETER", "KJENNEMERKE")
"""What a file, a title or an id stands after."""
_CITING = ("KOMMA_ETTER", "KOMMA_JF")
_PLACES = ("PKT", "NR", "PARREF", "ARTIKKEL", "KAPITTEL", "VEDLEGG", "BOKSTAV", "ORDENSTALL", "DEL")
_LETTERS = ("LITRA", "KOMMA_LITRA", "KOMMA_ORDEN", "KOMMA_NR", "OG_LINJE", "ELLER_NAR")
"""What means something only where the parser waits for it."""
_VALUES = ("DATO", "DAG_ARET_ETTER", "DAG_I", "DAG_HVERT_AR", "KVARTAL", "MANED", "ARSTALL",
           "VIRKEDAGER", "TIDSROM", "BELOP", "TALLORD", "DESIMALTALL", "TALL")  # fmt: skip
_LINE, _BINDING = 20, range(11, 17)


@frozen
class WordKinds:
    """One pattern for each kind of word; those of lines are looked for where a line begins."""

    heading: str
    remark: str
    prose: str
    norm: str
    named: str
    line: str
    continuing: str
    binding: str
    citing: str
    place: str
    value: str


@lru_cache
def word_kinds(grammar: str) -> WordKinds:
    """The kinds of words of a grammar."""
    found = {each.name: each for each in terminals(grammar)}
    norms = {*alternatives("slag", grammar), "PROSESS"}
    lines = [each for each in found.values() if each.priority == _LINE]
    apart = {*_HEADINGS, _REMARK, *PROSE, *norms, *_NAMING}
    binding = [each for each in found.values() if each.priority in _BINDING]
    others = {*_CITING, *_PLACES, *_LETTERS, *_VALUES}
    return WordKinds(
        heading=_either([found[name] for name in _HEADINGS]),
        remark=found[_REMARK].pattern,
        prose=_either([found[name] for name in sorted(PROSE - {_REMARK})]),
        norm=_either([found[name] for name in sorted(norms)]),
        named=_either([found[name] for name in _NAMING]),
        line=_either([each for each in lines if each.name not in apart]),
        continuing=r"og(?![\w-])|eller +(?:når|dersom|hvis)(?![\w-])",
        binding=_either([each for each in binding if each.name not in others]),
        citing=_either([found[name] for name in _CITING]),
        place=_either([found[name] for name in _PLACES]),
        value=_either([found[name] for name in _VALUES]),
    )


def _either(of: list[Terminal]) -> str:
    """Any of some patterns: the longest first, where one is the beginning of another.

    What begins with a letter stands where no word goes on into it, which is looked for once.
    """
    ordered = sorted(of, key=lambda each: (-each.priority, -len(each.pattern), each.name))
    words = [each.pattern for each in ordered if not each.pattern.startswith(",")]
    joined = [each.pattern for each in ordered if each.pattern.startswith(",")]
    found = [f", *(?:{_any(_without_comma(each) for each in joined)})"] if joined else []
    return "|".join([*found, *([rf"(?<![\w-])(?:{_any(words)})"] if words else [])])


def _without_comma(pattern: str) -> str:
    return re.sub(r"^,(?: \*| \+|(?=\())?", "", pattern)


def _any(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{each})" for each in patterns)

"""What lawyers begin lines with that the language says otherwise."""

import re

from attrs import frozen

_EXCEPTION = "et unntak skrives «med mindre navn: vilkår», sist i normen"
_SCOPE = "når normen gjelder, skrives «gjelder når …»; hva som skal til, «oppfylt når …»"
_CITED = (
    "hjemmelen står i normens første linje: «krav tittel, etter forskrift § 4-2»; det som bare "
    "nevnes ved siden av, kommer sist i den: «, jf. forskrift § 4-3»"
)
_ALSO = "enda et ledd begynner med «og»; et annet alternativ med «eller når»"
_PERIOD = "en ordlyd begynner med «fra 1. januar 2024», og slutter på samme linje: «til og med …»"
_NOTE = "noe til leseren skrives «merknad …»"
_BULLET = "ett av flere punkter skrives «– tittel: vilkår»"
_LAST_DAY = "en siste dag skrives «senest …»"
_MEANS = "hva et ord betyr, skrives «definisjon ord» med «betyr at …» under"
_KIND = "en norm begynner med slaget og tittelen: «krav tittel, etter forskrift § 4-2»"
_WHO = "«gjelder når …» sier når normen gjelder; hva den handler om, skrives «gjelder for …»"
_DUTY = "hvem som har plikten, skrives «plikten ligger på …»"
_ASKED = "hva som skal til, skrives «oppfylt når …», «brutt når …», alt etter slaget"
HEADING = "en overskrift skrives «§ 4-2 Tittel», og et sted i den «første ledd»"
_RIGHT = "hvem som har retten, skrives «retten ligger hos …»"

_HOW = (
    (r"unntak(et)?( fra| når| dersom| hvis| for)?|unntatt( når)?|med unntak av|bortsett fra",
     _EXCEPTION),
    (r"gjelder ikke( når| dersom| hvis| for)?", _EXCEPTION),
    (r"når|dersom|hvis|så fremt|såfremt|forutsatt at|på vilkår av( at)?|betinget av", _SCOPE),
    (r"jf\.?|jfr\.?|hjemmel|rettsgrunnlag|etter (lov|forskrift|veileder)\w*", _CITED),
    (r"eller|samt|også|i tillegg|dessuten|enten", _ALSO),
    (r"til og med|gjelder fra( og med)?|i kraft( fra)?|trer i kraft|ikrafttredelse", _PERIOD),
    (r"kommentar|note|obs|nb|#+|//+|--+|%+", _NOTE),
    (r"\(?\d{1,2}[.)]|\(?[a-zæøå]\)|bokstav [a-zæøå]|nr\. ?\d+|[*+>»-]", _BULLET),
    (r"fristen? er|innen|siste frist", _LAST_DAY),
    (r"med .+ menes|definert som|menes", _MEANS),
    (r"plikt|rett|skal|må|regel|bestemmelse|påbud", _KIND),
    (r"oppfylt|brutt|åpen|innvilges|varsles|fulgt|fullført|slås fast", _ASKED),
    (r"paragraf(en)?|par\.|\d+\. (ledd|punktum|strekpunkt)|§§", HEADING),
    (r"plikten (ligger hos|påhviler|hviler på)|påhviler|pliktig", _DUTY),
    (r"retten (ligger på|tilkommer)|rett til|berettiget", _RIGHT),
    (r"gjelder", _WHO),
)  # fmt: skip
_PATTERNS = tuple(
    (re.compile(rf"(?:{words})(?=[ :]|$)", re.IGNORECASE), how) for words, how in _HOW
)


@frozen
class Foreign:
    """The words that a line begins with, and how the language says what they mean."""

    words: str
    how: str


def foreign(line: str) -> Foreign | None:
    """What a line begins with, where that is no line word but a lawyer's usual one."""
    text = line.strip()
    found = ((pattern.match(text), how) for pattern, how in _PATTERNS)
    matches = [(match[0], how) for match, how in found if match]
    return Foreign(*max(matches, key=lambda each: len(each[0]))) if matches else None

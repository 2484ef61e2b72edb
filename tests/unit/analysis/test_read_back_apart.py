"""Rule files with different meaning never read back alike."""

from collections.abc import Iterable
from itertools import product
from random import Random

import pytest

from hjemmel.analysis.read_back import read_back
from hjemmel.core.program import Program
from support.golden_run import compiled

FACTS = """regelverk prøve

begrep slag
  verdi rød
  verdi blå
  verdi «rød eller blå»
  verdi «rød, blå»

register foretak
  institusjon A
  institusjon A eller B
  institusjon B

oppføring sted
  opplysning sted er slag, oppgis av tjenesten
  opplysning rød er ja eller nei, oppgis av tjenesten
  opplysning har leder er ja eller nei, oppgis av tjenesten
  opplysning «leder og har leder» er ja eller nei, oppgis av tjenesten
  opplysning dato er dato, oppgis av tjenesten
  opplysning frist er dato, oppgis av tjenesten
  opplysning «etter frist» er dato, oppgis av tjenesten
  opplysning år er liste av årstall, oppgis av tjenesten

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning a er ja eller nei, oppgis av tjenesten
  opplysning b er ja eller nei, oppgis av tjenesten
  opplysning c er ja eller nei, oppgis av tjenesten
  opplysning «a og tjenesten er b» er ja eller nei, oppgis av tjenesten
  opplysning «a eller tjenesten er b» er ja eller nei, oppgis av tjenesten
  opplysning «er a» er ja eller nei, oppgis av tjenesten
  opplysning «ikke slik at a» er ja eller nei, oppgis av tjenesten
  opplysning «har a, unntatt (tjenesten er b)» er ja eller nei, oppgis av tjenesten
  opplysning tekst er tekst, oppgis av tjenesten
  opplysning «tekst er rød» er tekst, oppgis av tjenesten
  opplysning slag er slag, oppgis av tjenesten
  opplysning foretak er foretak, oppgis av tjenesten
  opplysning dato er dato, oppgis av tjenesten
  opplysning «dato og tjenestens frist» er dato, oppgis av tjenesten
  opplysning frist er dato, oppgis av tjenesten
  opplysning år er liste av årstall, oppgis av tjenesten
  opplysning steder er liste av sted, oppgis av tjenesten
  opplysning «steder der (sted er rød)» er liste av sted, oppgis av tjenesten
  opplysning flere år er liste av årstall, oppgis av tjenesten

opplysninger om sak1, saken, sakens
  opplysning har søknad er ja eller nei, oppgis av tjenesten
  opplysning a er ja eller nei, oppgis av tjenesten

opplysninger om søknad, søknaden, søknadens
  valgfri ikke alle har en
  opplysning a er ja eller nei, oppgis av tjenesten

vurdering «tjenesten er a», gjøres av myndigheten
vurdering «tjenesten er a og tjenesten er b», gjøres av myndigheten

"""
HEAD = "§ 4-2 Prøve\n\nkrav x, etter forskrift § 4-2\n"


def program(norm: str, facts: str = FACTS) -> Program | None:
    """A rulebook with this norm, where it has no errors."""
    checked, _ = compiled((("regler", f"{facts}{HEAD}{norm}"),))
    return checked.value if checked.ok else None


def meaning(of: Program) -> tuple[object, ...]:
    """What a rulebook means, wherever it stands in its file."""
    parts = [(n.editions, n.deciding, n.kind) for n in of.norms]
    return (of.schema, tuple(map(str, parts)))


def clashes(rulebooks: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of norms or declarations that mean different things and read alike."""
    heard: dict[tuple[str, ...], tuple[object, str]] = {}
    found = []
    for norm, facts in rulebooks:
        read = program(norm, facts)
        if read is not None:
            text = norm if facts == FACTS else facts
            before, other = heard.setdefault(read_back(read), (meaning(read), text))
            if before != meaning(read):
                found.append((other, text))
    return found


QUANTITY = ["alle", "ingen", "minst 1", "høyst 1", "minst 2", "nøyaktig 1", "minst halvparten"]
LISTS = ["tjenestens steder", "tjenestens «steder der (sted er rød)»"]
YEARS = ["tjenestens år", "tjenestens flere år"]
DAYS = ["tjenestens dato", "tjenestens frist", "tjenestens «dato og tjenestens frist»",
        "vurderingsdagen", "1. mars 2024"]  # fmt: skip
OWN_DAYS = ["dato", "frist", "«etter frist»"]
CLAIMS = [
    "tjenesten er a", "tjenesten er b", "tjenesten er c", "tjenesten er ikke a",
    "tjenesten er «a og tjenesten er b»", "tjenesten er «a eller tjenesten er b»",
    "tjenesten «er a»", "tjenesten er «ikke slik at a»",
    "tjenesten «har a, unntatt (tjenesten er b)»", "«saken har søknad»", "saken har søknad",
    "saken har ikke søknad", "saken er a", "myndigheten har vurdert at tjenesten «er» a",
    "myndigheten har avvist at tjenesten «er» a",
    "myndigheten har vurdert at «tjenesten er a og tjenesten er b»",
]  # fmt: skip
OWN_CLAIMS = ["har leder", "oppføringen er rød", "sted er rød", "har «leder og har leder»",
              "«leder og har leder»", "sted er blå eller rød", "sted er «rød eller blå»",
              "tjenesten er a"]  # fmt: skip
SYMBOLS = ["rød", "blå", "rød eller blå", "blå eller rød", "«rød eller blå»", "«rød, blå»",
           "«rød, blå» eller rød", "tjenestens slag", "«tjenestens slag»"]  # fmt: skip
TEXTS = [*SYMBOLS, "tjenestens tekst", "«tjenestens tekst eller rød»",
         "tjenestens «tekst er rød»", "«»", "«»  eller  «,»"]  # fmt: skip
SIDES = ["seneste", "tidligste"]
RELATIONS = ["senest", "tidligst", "før", "etter"]


def day(random: Random, own: bool) -> str:
    """A day, of the entry around where there is one."""
    base = random.choice(OWN_DAYS + DAYS if own else DAYS)
    later = random.choice(["", "3 dager etter ", "3 dager før ", "samme dato 1 år etter "])
    if random.random() < 0.2:
        other = random.choice(OWN_DAYS if own else DAYS)
        if random.random() < 0.5:
            other = f"den {random.choice(SIDES)} av {other} og {random.choice(DAYS)}"
        return f"den {random.choice(SIDES)} av {base} og {other}"
    return f"{later}{base}{', rundet ned' if 'samme' in later else ''}"


def ground(random: Random, own: bool, depth: int = 2) -> str:
    """A clause that may stand in a filter."""
    column = f"sted blant {random.choice(LISTS)}"
    options = [
        lambda: random.choice(OWN_CLAIMS if own else CLAIMS),
        lambda: random.choice(CLAIMS),
        lambda: (
            f"{random.choice(OWN_DAYS if own else DAYS)} er {random.choice(RELATIONS)} "
            f"{day(random, own)}"
        ),
        lambda: f"{random.choice(OWN_DAYS if own else DAYS)} er {random.choice(OWN_DAYS + DAYS)}",
        lambda: f"tjenestens slag {random.choice(['er', 'er ikke'])} {random.choice(SYMBOLS)}",
        lambda: f"tjenestens tekst {random.choice(['er', 'er ikke'])} {random.choice(TEXTS)}",
        lambda: f"tjenestens «tekst er rød» er {random.choice(TEXTS)}",
        lambda: f"tjenestens foretak er {random.choice(['A', 'B', 'A eller B', '«A eller B»'])}",
        lambda: f"{random.choice(YEARS)} {random.choice(COMPARED)} {random.choice(YEARS)}",
        lambda: f"{column} {random.choice(COMPARED)} sted blant {random.choice(LISTS)}",
        lambda: (
            f"{random.choice(YEARS)} dekker hvert år fra og med 2020 til og med "
            f"{random.choice(['2021', 'året etter 2021'])}"
        ),
    ]
    if depth:
        options += [
            lambda: f"antallet av {random.choice(LISTS)}, der {filters(random, depth)}, er minst 1",
            lambda: (
                f"antall ulike sted blant {random.choice(LISTS)}, der "
                f"{filters(random, depth)}, er minst 1"
            ),
            lambda: (
                f"antallet av {random.choice(YEARS)}, der oppføringen er "
                f"{random.choice(['2020', 'oppføringen'])}, er minst 1"
            ),
        ]
    return random.choice(options)()


COMPARED = ["omfatter alt i", "har ingenting utenom", "er det samme som"]


def filters(random: Random, depth: int) -> str:
    """One clause of an entry, or two."""
    return " og der ".join(ground(random, True, depth - 1) for _ in range(random.choice([1, 1, 2])))


def clause(random: Random) -> str:
    """A clause of a condition."""
    kind = random.randrange(6)
    quantity, of = random.choice(QUANTITY), random.choice(LISTS)
    if kind == 0:
        return f"det finnes {quantity} blant {of} der {filters(random, 1)}"
    if kind == 1:
        return f"for {quantity} blant {of} gjelder at {ground(random, True, 1)}"
    if kind == 2:
        return f"enten {ground(random, False)}, eller {ground(random, False)}"
    return ground(random, False)


def condition(random: Random) -> str:
    """Clauses joined in the ways there are."""
    joints = ["\n    og ", "\n    eller når "]
    found = clause(random)
    for _ in range(random.choice([0, 0, 1, 2])):
        found += random.choice(joints) + clause(random)
    return found


def norm(random: Random) -> str:
    """The lines of a norm; now and then with exceptions."""
    lines = [f"  oppfylt når {condition(random)}"]
    if random.random() < 0.2:
        lines.insert(0, f"  gjelder når {condition(random)}")
    if random.random() < 0.2:
        lines.append(f"  senest {day(random, False)}")
    if random.random() < 0.3:
        lines.append(f"  med mindre a: {clause(random)}")
        other = random.choice(["med mindre b", "men likevel b, tross a"])
        lines.append(f"  {other}: {clause(random)}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("count", [200, pytest.param(1_000, marks=pytest.mark.grundig)])
def test_random_norms_are_heard_apart(count: int) -> None:
    """Whatever they are put together of."""
    random = Random(7)
    norms = [norm(random) for _ in range(count)]
    assert clashes((each, FACTS) for each in norms) == []


ATOMS = ["tjenesten er a", "tjenesten er ikke b", "tjenesten er «a og tjenesten er b»",
         "enten tjenesten er a, eller tjenesten er b",
         "det finnes minst 1 blant tjenestens steder der oppføringen er rød og der har leder",
         "for ingen blant tjenestens steder gjelder at oppføringen er rød"]  # fmt: skip
BY_A_DAY = ["vurderingsdagen er senest 1. mars 2024", "vurderingsdagen er etter 1. mars 2024"]
LAST_DAYS = ["", "\n  senest 1. mars 2024", "\n  senest 2. mars 2024", "\n  senest vurderingsdagen",
             "\n  senest 1 dag etter 1. mars 2024"]  # fmt: skip
JOINTS = ["\n    og ", "\n    eller når ", "\n  med mindre en: ", "\n  med mindre to: ",
          "\n  men likevel to, tross en: "]  # fmt: skip


@pytest.mark.parametrize("atoms", [ATOMS[::2], pytest.param(ATOMS, marks=pytest.mark.grundig)])
def test_every_joint_is_heard(atoms: list[str]) -> None:
    """Two or three clauses, joined in every way there is."""
    two = ["".join(each) for each in product(atoms, JOINTS, atoms)]
    three = ["".join(each) for each in product(two, JOINTS, atoms[:3])]
    assert clashes((f"  oppfylt når {each}\n", FACTS) for each in two + three) == []


@pytest.mark.parametrize("atoms", [ATOMS[::2], pytest.param(ATOMS, marks=pytest.mark.grundig)])
def test_a_last_day_is_heard(atoms: list[str]) -> None:
    """Of a condition, of several, of one with an exception, and as no other way of saying a day."""
    two = ["".join(each) for each in product(atoms, JOINTS[:2], [*atoms, *BY_A_DAY])]
    told = [f"{asked}{last}{unless}" for asked in (*atoms, *BY_A_DAY, *two) for last in LAST_DAYS
            for unless in ("", "\n  med mindre en: tjenesten er b")]  # fmt: skip
    assert clashes((f"  oppfylt når {each}\n", FACTS) for each in told) == []


def test_every_constant_is_heard() -> None:
    """A text is not what it says, and one text is not two."""
    facts = ("slag", "tekst", "«tekst er rød»")
    told = [f"tjenestens {fact} {relation} {symbol}"
            for fact, relation, symbol in product(facts, ("er", "er ikke"), TEXTS)]  # fmt: skip
    assert clashes((f"  oppfylt når {each}\n", FACTS) for each in [*told, *CLAIMS]) == []


OWN = FACTS[: FACTS.index("vurdering «tjenesten")]
DECLARED = {
    "verdier": ["begrep x\n  verdi «a · b»\n", "begrep x\n  verdi a\n  verdi b\n",
                "begrep x\n  verdi «a. Åpen fordi b»\n", "begrep x\n  verdi a\n  åpen fordi b\n",
                "begrep «x er a»\n  verdi b\n", "begrep x\n  verdi «a er b»\n"],
    "holdepunkter": [f"vurdering x, gjøres av y\n{each}" for each in (
        "  holdepunkt a; b\n", "  holdepunkt a\n  holdepunkt b\n",
        "  holdepunkt a. Holdepunkt: b\n",
        "  holdepunkt a\n  holdepunkt b\n  holdepunkt c\n", "")],
    "registre": ["register a\n  institusjon b har c\n", "register a har b\n  institusjon c\n",
                 "register a\n", "register b\n", ""],
    "skrivemåter": ["register a\n  institusjon b, også skrevet c\n",
                    "register a\n  institusjon b også skrevet c\n",
                    "register a\n  institusjon b, også skrevet c, d\n",
                    "register a\n  institusjon b, også skrevet c\n  institusjon d\n"],
    "roller": ["rolle a\n  innehaver fra 1. januar 2011 er b\n",
               "rolle a\n  innehaver fra 1. januar 2011 er «b fra 1. januar 2011»\n",
               "rolle a har b\n  innehaver fra 1. januar 2011 er c\n",
               "rolle a\n  innehaver fra 1. januar 2011 er b har c\n", "rolle a\n", "",
               *(f"rolle a\n  innehaver fra 1. januar 2011 er b\n{before}"
                 f"  innehaver fra en dag i mars 2024 er c\n{below}"
                 for before in ("", "    antatt siste dag, x\n", "    antatt første dag, x\n")
                 for below in ("", "    antatt første dag, x\n", "    valgt 5. mars 2024, x\n",
                               "    valgt 6. mars 2024, x\n"))],
    "grupper": ["opplysninger om x, y, z\n", "opplysninger om x, «y, z», z\n",
                "opplysninger om x, y, «z, z»\n", "opplysninger om «x, y», z, z\n",
                "opplysninger om x, y, z\n  valgfri fordi\n", "oppføring x\n"],
    "opplysninger": [f"oppføring x\n  opplysning {each}\n" for each in (
        "a er tekst, oppgis av b", "a er dato, oppgis av b", "a er liste av tekst, oppgis av b",
        "«a: tekst, oppgis av b. Betyr» er tekst, oppgis av b",
        "a er tekst, oppgis av «b. Betyr c»", "a er tekst, oppgis av b\n  betyr c",
        "a, i flertall c, er tekst, oppgis av b", "«a (flertall c)» er tekst, oppgis av b")],
}  # fmt: skip


@pytest.mark.parametrize("kind", DECLARED)
def test_every_declaration_is_heard(kind: str) -> None:
    """One name is not two, and a name does not pass for the words around it."""
    norm = "  oppfylt når tjenesten er a\n"
    variants = [OWN + each + "\n" for each in DECLARED[kind]]
    assert all(program(norm, each) for each in variants)
    assert clashes((norm, each) for each in variants) == []


ABOUT = "opplysninger om {}, tingen, {}s\n  opplysning {} er ja eller nei, oppgis av noen\n\n"


def test_what_a_norm_is_about_is_heard() -> None:
    """Also where two groups of facts are called the same."""
    facts = OWN + ABOUT.format("a", "a", "f") + ABOUT.format("b", "b", "g")
    norms = [f"  gjelder for {each}\n  oppfylt når tjenesten er a\n" for each in ("a", "b")]
    assert all(program(each, facts) for each in norms)
    assert read_back(program(norms[0], facts)) != read_back(program(norms[1], facts))  # type: ignore[arg-type]

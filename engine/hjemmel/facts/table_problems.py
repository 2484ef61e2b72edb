"""What can be wrong with a table: CSV or Excel."""

from hjemmel.facts.problem import Problem

UNEQUAL_LENGTHS = Problem(
    "NTR512",
    "kolonnene i en liste har ulik lengde",
    """\
En liste med oppføringer står i flere kolonner, med semikolon mellom oppføringene. Alle kolonnene
må ha like mange ledd, ellers vet vi ikke hva som hører sammen.

Eksempel: `tjeneste.steder.helseforetak` er «A; B», men `tjeneste.steder.helseregion` er «X».

Slik retter du: skriv like mange ledd i hver kolonne. Er et ledd ukjent, lar du plassen stå tom:
«X; ». En helt tom celle betyr at opplysningen mangler for alle oppføringene.
""",
)

BAD_CELL = Problem(
    "NTR513",
    "cellen har en feil eller en formel uten verdi",
    """\
Excel har ikke kommet fram til noen verdi i cellen. En slik celle er ikke det samme som en tom
celle, og blir aldri lest som en.

Eksempel: cellen viser `#N/A`, `#REF!` eller `#DIV/0!`.

Slik retter du: rett formelen, eller skriv inn verdien. Har et program laget filen uten å regne ut
formlene, åpner du den i Excel og lagrer den på nytt.
""",
)

MERGED_CELLS = Problem(
    "NTR517",
    "sammenslåtte celler",
    """\
Bare den første av de sammenslåtte cellene har en verdi; de andre er tomme i filen. Vi gjetter ikke
på om verdien gjelder for alle. Er det sakens navn som er slått sammen over flere rader, er radene
samme sak, med hver sin oppføring.

Eksempel: B3 til B5 er slått sammen og viser «Helse Vest».

Slik retter du: opphev sammenslåingen i Excel, og skriv verdien i hver celle.
""",
)

ROW_WITHOUT_CASE = Problem(
    "NTR518",
    "raden hører ikke til noen sak",
    """\
En rad i et ark for lister må si hvilken sak den hører til, i kolonnen `sak` eller `tittel`, og
saken må stå i arket med saker. Det samme gjelder en rad der som bare har en oppføring, for
eksempel et sted: den kan være av saken over. Så lenge vi ikke vet hvor raden hører hjemme, regnes
listene den kan høre til, som kjent bare i del: en sak kan ha flere oppføringer enn dem som er lest.

Eksempel: `sak` er «L-OUS-12», men i arket «saker» står bare «L-OUS-21».

Slik retter du: skriv navnet på saken slik det står i arket «saker», eller ta raden bort.
""",
)

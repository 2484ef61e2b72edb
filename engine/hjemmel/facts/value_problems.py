"""What can be wrong with one fact."""

from hjemmel.facts.problem import Problem

UNKNOWN_KEY = Problem(
    "NTR503",
    "ukjent opplysning",
    """\
Nøkkelen eller kolonnen er ikke erklært i regelverket. Den blir aldri bare hoppet over, for da
kunne en skrivefeil gjort at en opplysning falt ut i stillhet. Står den i en kjent del, koster den
bare seg selv. Står den øverst i saken, kan den være navnet på en del som saken har. Da blir saken
satt til side. Det samme gjelder en kolonne, og da alle radene.

Eksempel: `{"tjeneste": {"helsforetak": "OUS"}}`.

Slik retter du: skriv navnet slik det er erklært. `ntr skjema` viser alle opplysninger. Små og
store bokstaver må stemme; understrek og mellomrom er likeverdige. Skal arket være som det er,
foreslår `ntr skjema --oversett ark.xlsx --ut kolonner.tsv` hva kolonnene skal leses som, og
`ntr vurder ark.xlsx --kolonner kolonner.tsv` bruker det.
""",
)

WRONG_TYPE = Problem(
    "NTR504",
    "feil slags verdi",
    """\
Verdien er av en annen slags enn opplysningen er erklært som. Ingenting blir gjort om eller
gjettet på.

Eksempel: `{"tjeneste": {"godkjent": 3}}`, der `godkjent` er ja eller nei.

Slik retter du: skriv verdien i den formen meldingen ber om. Er verdien ukjent, lar du være å gi
opplysningen (eller skriver `null`). Er saken ikke avgjort, skriver du `{"avventer": "hva"}`.
""",
)

UNKNOWN_VALUE = Problem(
    "NTR505",
    "verdien er ikke blant de tillatte",
    """\
Opplysningen har en fast liste av verdier, og denne er ikke med.

Eksempel: `{"tjeneste": {"type": "nasjonal tjeneste"}}`, der verdien heter «nasjonal
behandlingstjeneste».

Slik retter du: velg en av verdiene i meldingen. Store og små bokstaver betyr ingenting. Mangler det
en verdi, må den først erklæres i regelverket.
""",
)

BAD_DATE = Problem(
    "NTR506",
    "datoen finnes ikke eller er skrevet feil",
    """\
En dato er år, måned og dag, og må finnes i kalenderen. Året må være fra 1800 til 2199, med fire
sifre: hvilket hundreår to sifre mener, blir ikke gjettet.

Eksempel: `2023-02-29`, `15.03.24` eller en celle som også har et klokkeslett.

Slik retter du: skriv `2024-03-15`. I CSV og Excel kan du også skrive `15.03.2024` eller `15. mars
2024`. Er handlingen ikke utført, skriver du `ikke utført`.
""",
)

OUT_OF_RANGE = Problem(
    "NTR507",
    "tallet er for stort, for lite eller for nøyaktig",
    """\
Tall regnes helt nøyaktig, med opptil 28 siffer, og beløp i hele øre. Et tall som ikke får plass,
blir aldri rundet av.

Eksempel: beløpet `10.005`, årstallet `24` eller `NaN`.

Slik retter du: sjekk tallet. Beløp har høyst to desimaler, årstall har fire siffer, og hele tall
har høyst 18 siffer. I Excel holder en tallcelle bare 15: gi cellen formatet «Tekst», og skriv
tallet på nytt.
""",
)

BAD_WRAPPER = Problem(
    "NTR511",
    "verdien er pakket inn feil",
    """\
En verdi kan pakkes inn for å si hvor den kommer fra:
`{"verdi": …, "kilde": "årsrapport 2023", "grad": "offisiell"}`. Grad er `offisiell`,
`egenrapport`, `part` eller `utledet`. En vurdering kan også ha `av`, `dato` og `grunnlag`. Andre
former er `{"avventer": "hva"}` og, for lister, `{"minst": [ … ]}`,
der også `"ingen": [ … ]` kan stå.

Eksempel: `{"verdi": true, "gard": "part"}`.

Slik retter du: bruk bare disse nøklene, og ta alltid med `verdi`.
""",
)

// The words that open a line, and what they open. They come from the grammar.

import words from "grammar-words";

export type LineWord = Readonly<{ name: string; indent: number; end: number; text: string }>;

const OPENING = words.opening.map(({ name, pattern }) => [name, new RegExp(pattern, "iuy")] as const);
const JOINING = /^\s*(og|eller +(når|dersom|hvis))(?![\p{L}\p{N}_-])/iu;

export const NORMS: ReadonlySet<string> = new Set(
  "KRAV FORBUD VILKAR ADGANG ANBEFALING FRIST VARSEL AVGJORELSE KONSTATERING DEFINISJON FORMODNING SLUTNING PROSESS".split(" "),
);
export const PLACES: ReadonlySet<string> = new Set("PARAGRAF ARTIKKELHODE KAPITTELHODE AVSNITT STED".split(" "));
export const DECLARATIONS: ReadonlySet<string> = new Set(
  "BEGREP REGISTER ROLLE OPPLYSNINGER_OM OPPFORING VURDERING GJELDER_TILSVARENDE REGELVERK KILDE KALENDER BYGGER_PA".split(" "),
);
/** What stands after these is for people, and is not read as a rule. */
export const PROSE: ReadonlySet<string> = new Set(
  "REGELVERK MERKNAD MED_EGNE_ORD BETYR FORUTSATT HOLDEPUNKT APEN_FORDI TOLKNING KJENNEMERKE FULL_TITTEL".split(" "),
);

/** The word that opens a line, if one does. */
export function line_word(line: string): LineWord | null {
  const indent = line.length - line.trimStart().length;
  const joining = JOINING.exec(line);
  if (joining) return { name: "OG_LINJE", indent, end: joining[0].length, text: joining[0].trim() };
  for (const [name, pattern] of OPENING) {
    pattern.lastIndex = indent;
    const found = pattern.exec(line);
    if (found && found[0] !== "") return { name, indent, end: indent + found[0].length, text: found[0] };
  }
  return null;
}

/** How far out a line stands, where it begins something that can be folded; else null. */
export function rank(line: string): number | null {
  const word = line_word(line);
  if (word === null) return null;
  if (PLACES.has(word.name)) return word.name === "STED" ? 1 : 0;
  return NORMS.has(word.name) || DECLARATIONS.has(word.name) ? 2 : null;
}

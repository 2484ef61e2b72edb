// The words of the language, from the grammar: they stand in one place for the engine and the page.
import fs from "node:fs";
import path from "node:path";
import { TOP } from "./places.mjs";

const TERMINAL = /^([A-Z_]+)(?:\.(\d+))?: +\/(.+)\/(i?)$/gm;
const LETTER = "\\p{L}\\p{N}_";
const VALUES = /^(DATO|DAG_|KVARTAL|MANED|VIRKEDAGER|TIDSROM|BELOP|DESIMALTALL|TALL|ARSTALL|TALLORD)/;
const CITED = /^(PKT|NR|PARREF|ARTIKKEL|KAPITTEL|VEDLEGG|BOKSTAV|ORDENSTALL|DEL)$/;
const PASSED = /^(LITRA|KOMMA_LITRA|KOMMA_NR|KOMMA_ORDEN|TIL|TALL|ORD|TEKST|TITTEL|SPORSMAL|ALT|STRENG|_NL)$/;

/** A pattern of Python's as JavaScript reads it with the flag `u`: its letters are not only a to z. */
export function translated(pattern) {
  let made = "";
  let inside = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const two = pattern.slice(at, at + 2);
    if (pattern.startsWith("[^\\W\\d_]", at)) { made += "\\p{L}"; at += "[^\\W\\d_]".length - 1; }
    else if (two === "\\w") { made += inside ? LETTER : `[${LETTER}]`; at += 1; }
    else if (two === "\\b") { made += `(?![${LETTER}])`; at += 1; }
    else if (two[0] === "\\") { made += two; at += 1; }
    else if (two[0] === "[") { inside = true; made += "["; }
    else if (two[0] === "]") { inside = false; made += "]"; }
    else if (two === "-]" ) { made += "\\-"; }
    else if (two[0] === " " && !inside && !"*?+".includes(pattern[at + 1] ?? "-")) made += " +";
    else made += two[0];
  }
  return made;
}

const longest_first = (a, b) => b.pattern.length - a.pattern.length;

export function words() {
  const grammar = ["bokmaal.lark", "literals.lark"].map((each) => fs.readFileSync(path.join(TOP, "grammar", each), "utf8"));
  const all = grammar.flatMap((text) => [...text.matchAll(TERMINAL)]).map(([, name, rank, pattern]) => ({ name, rank: Number(rank ?? 0), pattern: translated(pattern) }));
  const opening = all.filter(({ rank }) => rank === 20 || rank === 19);
  const binding = all.filter(({ name, rank }) => rank >= 10 && rank < 19 && !PASSED.test(name));
  const kind = ({ name }) => (VALUES.test(name) ? "values" : CITED.test(name) ? "cited" : "binding");
  const of = (wanted) => binding.filter((each) => kind(each) === wanted).sort(longest_first).map(({ pattern, name }) => ({ name, pattern }));
  return {
    opening: opening.sort((a, b) => b.rank - a.rank || longest_first(a, b)).map(({ name, pattern }) => ({ name, pattern })),
    binding: of("binding"),
    values: of("values"),
    cited: of("cited"),
  };
}

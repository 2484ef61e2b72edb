// What the page says, in the language that is chosen. The rules, and what the engine says of them,
// are in bokmål whatever is chosen here.

import { bokmål } from "./bokmaal.js";
import { nynorsk } from "./nynorsk.js";

export type Key = keyof typeof bokmål;
export type Language = "nb" | "nn";
export type Table = Readonly<Record<Key, string>>;

export const TABLES: Readonly<Record<Language, Table>> = { nb: bokmål, nn: nynorsk };
let chosen: Language = "nb";

export const language = (): Language => chosen;

export function speak(wanted: Language): void {
  chosen = wanted;
}

/** The text of a key, with values in the place of {names}. */
export function say(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return TABLES[chosen][key].replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** «1 sak» or «3 saker»: the key in the singular, and the one with `_many` after it. */
export function count(number: number, key: Extract<Key, `${string}_one`>): string {
  const many = key.replace(/_one$/, "_many") as Key;
  return say(number === 1 ? key : many, { n: number.toLocaleString("nb") });
}

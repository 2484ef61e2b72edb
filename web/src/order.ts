// The order of the rule files: those with norms first, and of these the ones that others build on.

import type { Texts } from "./engine/contract.js";
import { line_word, NORMS } from "./editor/line_words.js";

const BUILDS_ON = /^\s*bygger på +(\S+)/gim;

const has_norms = (text: string): boolean => text.split("\n").some((line) => /^\S/.test(line) && NORMS.has(line_word(line)?.name ?? ""));

export function in_order(texts: Texts): Texts {
  const made: string[] = [];
  const seen = new Set<string>();
  const put = (name: string): void => {
    if (seen.has(name)) return; // two that build on one another are an error, told of elsewhere
    seen.add(name);
    for (const [, other] of texts[name]!.matchAll(BUILDS_ON)) if (first.has(other!)) put(other!);
    made.push(name);
  };
  const first = new Set(Object.keys(texts).filter((name) => has_norms(texts[name]!)));
  first.forEach(put);
  const rest = Object.keys(texts).filter((name) => !first.has(name));
  return Object.fromEntries([...made, ...rest].map((name) => [name, texts[name]!]));
}

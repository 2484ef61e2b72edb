// The law's own words: they do not come with the program, and are brought as a file that has the id
// of a sentence and its text on each line.

import type { LawAbove } from "./editor/laws.js";
import type { Norm } from "./engine/contract.js";

const LINE = /^([^\t\s]+)\t(.+)$/;

/** The sentences by id; null where the text is something else. */
export function read_laws(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split(/\r?\n/).filter((each) => each.trim() !== "");
  const found = lines.map((each) => LINE.exec(each));
  if (lines.length === 0 || found.some((each) => each === null)) return null;
  return new Map(found.map((each) => [each![1]!, each![2]!]));
}

/** What stands above each norm of a file; several on one line share it. */
export function laws_above(norms: readonly Norm[], file: string, laws: ReadonlyMap<string, string>): LawAbove[] {
  const by_line = new Map<number, Set<string>>();
  for (const each of norms.filter((norm) => norm.file === file))
    by_line.set(each.line, new Set([...(by_line.get(each.line) ?? []), ...each.sentences]));
  return [...by_line]
    .sort(([a], [b]) => a - b)
    .map(([line, ids]) => ({ line, sentences: [...ids].filter((id) => laws.has(id)).map((id) => ({ id, text: laws.get(id)! })) }))
    .filter(({ sentences }) => sentences.length > 0);
}

// Which norm the cursor stands in. What stands below a norm may be something else, which is read
// back as nothing: a conclusion, a declaration, a heading.

import type { Norm, OutlineEntry } from "./engine/contract.js";

const HEADINGS: ReadonlySet<string> = new Set(["regelverk", "paragraf", "sted"]);

/** The last norm of the block that has the line; a block of several norms has them on their lines. */
export function norm_at(norms: readonly Norm[], outline: readonly OutlineEntry[], file: string, line: number): Norm | null {
  const block = block_at(outline, line);
  if (block === null) return null;
  const within = norms.filter((each) => each.file === file && block.line <= each.line && each.line <= line);
  return within.reduce<Norm | null>((last, each) => (last === null || each.line >= last.line ? each : last), null);
}

function block_at(outline: readonly OutlineEntry[], line: number): OutlineEntry | null {
  const there = outline.find((each) => each.line <= line && line <= each.last_line) ?? null;
  return there !== null && HEADINGS.has(there.kind) ? block_at(there.children, line) : there;
}

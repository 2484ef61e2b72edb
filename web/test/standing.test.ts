import assert from "node:assert/strict";
import { test } from "node:test";
import type { Norm, OutlineEntry } from "../src/engine/contract.js";
import { norm_at } from "../src/standing.js";

const entry = (kind: string, line: number, last_line: number, children: readonly OutlineEntry[] = []): OutlineEntry =>
  ({ kind, name: "", detail: "", line, last_line, range: [line, 1, line, 2], children }) as OutlineEntry;
const norm = (id: string, line: number, file = "a"): Norm => ({ id, file, line }) as Norm;

const OUTLINE = [entry("paragraf", 3, 20, [entry("sted", 4, 20, [entry("norm", 5, 9, [entry("strekpunkt", 7, 8)]), entry("norm", 11, 14)])])];
const NORMS = [norm("første", 5), norm("punktet", 7), norm("annen fil", 5, "b")];
const at = (line: number): string | undefined => norm_at(NORMS, OUTLINE, "a", line)?.id;

test("a norm has the lines of its block, and an item its own", () => {
  assert.deepEqual([5, 6, 7, 8].map(at), ["første", "første", "punktet", "punktet"]);
});

test("a heading, an empty line and what is no norm are none", () => {
  assert.deepEqual([1, 3, 4, 10, 12].map(at), [undefined, undefined, undefined, undefined, undefined]);
});

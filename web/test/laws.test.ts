import assert from "node:assert/strict";
import { test } from "node:test";
import type { Norm } from "../src/engine/contract.js";
import { laws_above, read_laws } from "../src/laws.js";

const norm = (line: number, ...sentences: string[]): Norm => ({
  id: `n${line}`, title: "", kind: "", place: "", provision: "", file: "f", line, cited: [], sentences,
});

test("a list of sentences is read, and no other text is taken for one", () => {
  assert.deepEqual([...read_laws("id-1\tEn setning.\nid-2\tEn til.\n")!], [["id-1", "En setning."], ["id-2", "En til."]]);
  assert.equal(read_laws("sak;type\nx;y"), null);
  assert.equal(read_laws(""), null);
});

test("each norm has its sentences above it, where there are any", () => {
  const laws = new Map([["a", "A."], ["b", "B."]]);
  assert.deepEqual(laws_above([norm(9, "b", "c"), norm(3, "a"), norm(5, "c")], "f", laws), [
    { line: 3, sentences: [{ id: "a", text: "A." }] },
    { line: 9, sentences: [{ id: "b", text: "B." }] },
  ]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { changed_paragraphs, difference } from "../src/difference.js";

test("one word is changed, and the rest stands", () => {
  assert.deepEqual(difference("senest 15. januar i år", "senest 16. januar i år"), [
    { kind: "same", text: "senest " },
    { kind: "gone", text: "15." },
    { kind: "come", text: "16." },
    { kind: "same", text: " januar i år" },
  ]);
});

test("what is the same has no difference, and nothing is made of nothing", () => {
  assert.deepEqual(difference("det samme", "det samme"), [{ kind: "same", text: "det samme" }]);
  assert.deepEqual(difference("", ""), []);
  assert.deepEqual(difference("", "ny tekst"), [{ kind: "come", text: "ny tekst" }]);
});

test("both texts can be read out of the pieces", () => {
  const [before, after] = ["a b c d e f", "b x c e  y f g"];
  const pieces = difference(before, after);
  const without = (kind: string): string => pieces.filter((each) => each.kind !== kind).map((each) => each.text).join("");
  assert.equal(without("come"), before);
  assert.equal(without("gone"), after);
});

test("only the paragraphs that differ are shown, those that are gone beside those that came", () => {
  assert.deepEqual(changed_paragraphs(["likt", "gammelt"], ["likt", "nytt", "mer"]), [
    ["gammelt", "nytt"],
    ["", "mer"],
  ]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { part_of, put, read, tidy, value_of, written, type Answers } from "../src/forms/answers.js";

test("what is written is read by its kind", () => {
  assert.equal(read({ sort: "date" }, "15. januar 2026"), "2026-01-15");
  assert.equal(read({ sort: "money" }, "1 000,50"), 1000.5);
  assert.equal(read({ sort: "whole" }, "12"), 12);
  assert.equal(read({ sort: "text" }, "12"), "12");
});

test("what cannot be read stays as it is, for the engine to tell of; what is blank is unknown", () => {
  assert.equal(read({ sort: "date" }, "en gang"), "en gang");
  assert.equal(read({ sort: "whole" }, "mange"), "mange");
  assert.equal(read({ sort: "whole" }, "  "), undefined);
});

test("what is read is written the same way", () => {
  assert.equal(written({ sort: "date" }, "2026-01-15"), "15.01.2026");
  assert.equal(written({ sort: "money" }, 1000.5), "1000,5");
  assert.equal(written({ sort: "text" }, undefined), "");
  assert.equal(written({ sort: "text" }, { verdi: "ja", av: "departementet" }), "ja");
});

test("who says a fact stays when its value is changed, and goes with it", () => {
  const part = { fakta: { verdi: true, av: "departementet" } } as Record<string, unknown>;
  put(part, "fakta", false);
  assert.deepEqual(part, { fakta: { verdi: false, av: "departementet" } });
  assert.equal(value_of(part["fakta"]), false);
  put(part, "fakta", undefined);
  assert.deepEqual(part, {});
});

test("a part of which nothing is told is not there", () => {
  const answers: Answers = {};
  put(part_of(answers, "søknad"), "dato", "2026-01-15");
  assert.deepEqual(answers, { søknad: { dato: "2026-01-15" } });
  put(part_of(answers, "søknad"), "dato", undefined);
  tidy(answers, "søknad", false);
  assert.deepEqual(answers, {});
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { count, say, speak, TABLES, type Key } from "../src/texts/texts.js";

const keys = Object.keys(TABLES.nb) as Key[];
const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((each) => each[1]!).sort();

test("both languages have every text, and say it of the same things", () => {
  assert.deepEqual(Object.keys(TABLES.nn), keys);
  for (const key of keys) {
    assert.notEqual(TABLES.nn[key].trim(), "", key);
    assert.deepEqual(names(TABLES.nn[key]), names(TABLES.nb[key]), key);
  }
});

test("what is counted is said of one and of many", () => {
  const one = keys.filter((each) => each.endsWith("_one"));
  assert.ok(one.length > 5);
  for (const each of one) assert.ok(keys.includes(each.replace(/_one$/, "_many") as Key), each);
  assert.equal(count(1, "cases_one"), "1 sak");
  assert.equal(count(3, "cases_one"), "3 saker");
});

test("the chosen language is spoken", () => {
  speak("nn");
  assert.equal(say("tab_effect"), "Verknad");
  speak("nb");
  assert.equal(say("tab_effect"), "Virkning");
});

test("a value that is not given stands as it is asked for", () => {
  assert.equal(say("read_from", { n: "2 saker" }), "2 saker lest fra {file}.");
});

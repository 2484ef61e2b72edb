import assert from "node:assert/strict";
import { test } from "node:test";
import { example_in, with_example } from "../src/example.js";

const EXAMPLE = { name: "eksempel", rules: "regelverk prøve\nbygger på ord_kap4\n", cases: '{"sak":"én"}' };
const address = (told: unknown): string => `#eksempel=${Buffer.from(JSON.stringify(told)).toString("base64url")}`;

test("an example is read from the address, with its letters", () => {
  assert.deepEqual(example_in(address(EXAMPLE)), EXAMPLE);
});

test("what is no example leaves the bench as it is", () => {
  for (const each of ["", "#sak", "#eksempel=", "#eksempel=%%", "#eksempel=abc", address({ name: 1 }), address(null)])
    assert.equal(example_in(each), null);
});

test("only what the example builds on follows with it, and that cannot be changed", () => {
  const texts = { ord_ern: "regelverk e\n", ord_kap4: "regelverk o\nbygger på register\n", register: "regelverk r\n" };
  const given = with_example({ texts }, EXAMPLE);
  assert.deepEqual(Object.keys(given.texts), ["eksempel", "ord_kap4", "register"]);
  assert.deepEqual([given.names, given.fixed], [["eksempel"], ["ord_kap4", "register"]]);
  assert.deepEqual([given.portfolio, given.day], [EXAMPLE.cases, undefined]);
});

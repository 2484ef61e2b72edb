import assert from "node:assert/strict";
import { test } from "node:test";
import { in_order } from "../src/order.js";

test("files with norms come first, and before those that build on them", () => {
  const texts = {
    ord: "regelverk ord\nbegrep farge\n",
    senere: "regelverk senere\nbygger på grunn\nkrav om noe, etter lov § 1\n",
    grunn: "regelverk grunn\nbygger på ord\nforbud mot noe, etter lov § 2\n",
  };
  assert.deepEqual(Object.keys(in_order(texts)), ["grunn", "senere", "ord"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { column_of_place, place_in_line } from "../src/positions.js";

const LINE = "a𝒳å😀b";

test("a column counts characters as a person does, a place as the browser does", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6].map((column) => place_in_line(LINE, column)), [0, 1, 3, 4, 6, 7]);
});

test("each is the other way of the other", () => {
  for (const column of [1, 2, 3, 4, 5, 6]) assert.equal(column_of_place(LINE, place_in_line(LINE, column)), column);
});

test("a column past the end is the end", () => {
  assert.equal(place_in_line(LINE, 99), LINE.length);
  assert.equal(place_in_line("", 1), 0);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { read_day, short_day, today, told_day } from "../src/dates.js";

test("a day is read in the ways that people write one", () => {
  for (const each of ["2026-01-15", "15.01.2026", "15.1.2026", "15/1/2026", "15. januar 2026", "15 jan 2026", " 15. JANUAR 2026 "])
    assert.equal(read_day(each), "2026-01-15", each);
});

test("what is no day is none", () => {
  for (const each of ["", "31.02.2026", "2026-13-01", "januar 2026", "15.01.26", "15. ja 2026"]) assert.equal(read_day(each), null, each);
});

test("a day is told and written in Norwegian", () => {
  assert.equal(told_day("2026-01-05"), "5. januar 2026");
  assert.equal(short_day("2026-01-05"), "05.01.2026");
  assert.equal(read_day(short_day("2026-01-05")), "2026-01-05");
});

test("today is the day where the reader is", () => {
  assert.equal(today(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});

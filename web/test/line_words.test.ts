import assert from "node:assert/strict";
import { test } from "node:test";
import { line_word, rank } from "../src/editor/line_words.js";

test("the words that open a line are the grammar's", () => {
  assert.equal(line_word("krav om to helseforetak, etter forskriften § 4-2")?.name, "KRAV");
  assert.equal(line_word("  oppfylt når   tjenesten er godkjent")?.name, "UTFALL_NAR");
  assert.equal(line_word("  plikten ligger på søkeren")?.end, 19);
  assert.equal(line_word("    og          tjenesten er åpen")?.name, "OG_LINJE");
});

test("a word that goes on is another word", () => {
  assert.equal(line_word("kravet er endret"), null);
  assert.equal(line_word("og-gruppen"), null);
  assert.equal(line_word("påstand"), null);
});

test("headings stand outside places, and places outside norms", () => {
  assert.equal(rank("§ 4-2. Vilkår"), 0);
  assert.equal(rank("første ledd"), 1);
  assert.equal(rank("krav om noe, etter forskriften § 4-2"), 2);
  assert.equal(rank("  gjelder for   søknaden"), null);
});

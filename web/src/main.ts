// Where the one file begins: the engine is in a worker, and all there is, is in the page.

import { App, as_chosen } from "./app.js";
import type { Analysis, Texts } from "./engine/contract.js";
import { InWorker } from "./engine/in_worker.js";
import { has_part, part } from "./engine/parts.js";

type Held = Readonly<{ texts: Texts; draft?: Readonly<Record<string, string | null>>; fixed?: readonly string[]; day?: string }>;

as_chosen();
const given = JSON.parse(part("given")) as Held;
const analysis = has_part("analysis") ? (JSON.parse(part("analysis")) as Analysis | null) : null;
const written = Object.entries(given.draft ?? {}).filter((each): each is [string, string] => each[1] !== null);
const app = new App(() => new InWorker(), {
  texts: given.texts,
  written: Object.fromEntries(written),
  fixed: given.fixed ?? [],
  analysis,
  day: given.day ?? null,
});
void app.run();

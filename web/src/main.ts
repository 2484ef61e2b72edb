// Where the one file begins: the engine is in a worker, and all there is, is in the page.

import { App, as_chosen } from "./app.js";
import type { Analysis } from "./engine/contract.js";
import { InWorker } from "./engine/in_worker.js";
import { example_in, with_example, type Given } from "./example.js";
import { in_order } from "./order.js";
import { has_part, part } from "./engine/parts.js";

type Held = Given & Readonly<{ draft?: Readonly<Record<string, string | null>> }>;

as_chosen();
const held = JSON.parse(part("given")) as Held;
const example = example_in(location.hash);
const given: Held = example ? with_example(held, example) : held;
const analysis = !example && has_part("analysis") ? (JSON.parse(part("analysis")) as Analysis | null) : null;
const written = Object.entries(given.draft ?? {}).filter((each): each is [string, string] => each[1] !== null);
const app = new App(() => new InWorker(example ? JSON.stringify(given) : part("given")), {
  texts: in_order(given.texts),
  written: Object.fromEntries(written),
  fixed: given.fixed ?? [],
  analysis,
  day: given.day ?? null,
});
void app.run();

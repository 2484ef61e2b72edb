// Where the one file begins: the engine is in a worker, and all there is, is in the page.

import { App, as_chosen } from "./app.js";
import type { Analysis } from "./engine/contract.js";
import { InWorker } from "./engine/in_worker.js";
import { has_part, part } from "./engine/parts.js";

type Held = Readonly<{ texts: Record<string, string>; fixed?: string[]; day?: string }>;

as_chosen();
const given = JSON.parse(part("given")) as Held;
const analysis = has_part("analysis") ? (JSON.parse(part("analysis")) as Analysis) : null;
const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
const app = new App(
  () => new InWorker(),
  { texts: given.texts, fixed: given.fixed ?? [], analysis, day: given.day ?? null },
  nonce,
);
void app.run();

// Where the page of the local server begins: the engine is behind the page's own address.

import { App, as_chosen } from "./app.js";
import type { Started, Texts } from "./engine/contract.js";
import { in_order } from "./order.js";
import { InServer } from "./engine/in_server.js";

type Held = Readonly<{ base: Texts; now: Texts; fixed: readonly string[] }>;

as_chosen();
const server = new InServer();
void begin();

async function begin(): Promise<void> {
  const held = (await server.call("texts", [])) as Held;
  const { day } = (await server.call("begun", [])) as Started;
  const app = new App(() => server, { texts: in_order(held.now), written: {}, fixed: held.fixed, analysis: null, day }, server);
  await app.run();
}

// Where things stand: the checkout, what is taken in, and what is made.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const WEB = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const TOP = path.dirname(WEB);
export const MADE = path.join(TOP, "build", "arbeidsbenk");
export const WHEELS = path.join(MADE, "wheels");
export const PARTS = path.join(MADE, "parts");
export const ONE_FILE = path.join(TOP, "build", "arbeidsbenk.html");
/** What the local server hands out stands inside the package, where a wheel takes it along. */
export const ASSETS = path.join(TOP, "engine", "hjemmel", "_resources", "web");
export const PYODIDE = path.join(WEB, "node_modules", "pyodide");

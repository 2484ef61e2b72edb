// Makes the one file, and what the local server hands out.
import fs from "node:fs";
import path from "node:path";
import { program, style, worker } from "./bundle.mjs";
import { squeezed } from "./pack.mjs";
import { bytes_part, json_part, page, served_page } from "./page.mjs";
import { ASSETS, ONE_FILE, PARTS, PYODIDE } from "./places.mjs";
import { python } from "./python.mjs";

const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const squeezed_file = (file) => base64(squeezed(fs.readFileSync(file)));

const made = await python();
const [run, serve, look, work] = await Promise.all([program("main.ts"), program("main_server.ts"), style(), worker()]);
const packs = ["standard", "engine", "excel"].map((each) => bytes_part(each, base64(fs.readFileSync(path.join(PARTS, `${each}.pack.gz`)))));
const parts = [
  json_part("given", JSON.stringify(made.given)),
  json_part("analysis", JSON.stringify(made.analysis)),
  bytes_part("worker", base64(squeezed(Buffer.from(work)))),
  bytes_part("wasm", squeezed_file(path.join(PYODIDE, "pyodide.asm.wasm"))),
  ...packs,
];
const html = page(run, look, parts);
fs.writeFileSync(ONE_FILE, html);
fs.mkdirSync(ASSETS, { recursive: true });
fs.writeFileSync(path.join(ASSETS, "arbeidsbenk.html"), served_page(serve, look));
const megabytes = (text) => `${(text.length / 1e6).toFixed(2)} MB`;
console.log(`${path.relative(process.cwd(), ONE_FILE)}: ${megabytes(html)}, av det program ${megabytes(run)} og stil ${megabytes(look)}`);

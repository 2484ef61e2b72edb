// The one file: a policy that lets nothing in or out, the parts that nothing runs, and the program.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { WEB } from "./places.mjs";

const sha256 = (text) => crypto.createHash("sha256").update(text);
const allowed = (text) => `'sha256-${sha256(text).digest("base64")}'`;

/** The editor writes styles of its own as it runs: they bear a number that is made of the program. */
const nonce_of = (program) => sha256(program).digest("hex").slice(0, 22);

const ALONE = { runs: " 'wasm-unsafe-eval'", worker: "blob:", connect: "'none'" };
const SERVED = { runs: "", worker: "'none'", connect: "'self'" };

const policy = (program, style, { runs, worker, connect }) =>
  [
    "default-src 'none'",
    `script-src ${allowed(program)}${runs}`,
    `style-src ${allowed(style)} 'nonce-${nonce_of(program)}'`,
    "font-src data:",
    "img-src data:",
    `worker-src ${worker}`,
    `connect-src ${connect}`,
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");

const element = (name, type, text) => `<script type="${type}" id="part-${name}">${text}</script>`;
export const json_part = (name, text) => element(name, "application/json", text.replaceAll("<", "\\u003c"));
export const bytes_part = (name, base64) => element(name, "application/octet-stream", base64);

/** The one file, which speaks with nobody. */
export const page = (program, style, parts) => made(program, style, parts, ALONE);

/** The page of the local server, which speaks with where it came from. */
export const served_page = (program, style) => made(program, style, [], SERVED);

function made(program, style, parts, may) {
  if (/<\/script|<!--/i.test(program) || /<\/style/i.test(style)) throw new Error("programmet ville avslutte seg selv");
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy(program, style, may)}">\n<meta name="csp-nonce" content="${nonce_of(program)}">`;
  const put = { POLICY: head, STYLE: `<style>${style}</style>`, PARTS: parts.join("\n"), SCRIPT: `<script>${program}</script>` };
  const frame = fs.readFileSync(path.join(WEB, "src", "index.html"), "utf8");
  return frame.replace(/<!--([A-Z]+)-->/g, (_, name) => put[name]);
}

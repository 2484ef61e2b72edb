// The TypeScript tests, made one file each and run by Node's own runner.
import { run } from "node:test";
import { spec } from "node:test/reporters";
import fs from "node:fs";
import path from "node:path";
import esbuild from "esbuild";
import { from_grammar } from "./bundle.mjs";
import { MADE, WEB } from "./places.mjs";

const out = path.join(MADE, "tests");
const names = fs.readdirSync(path.join(WEB, "test")).filter((each) => each.endsWith(".test.ts"));
await esbuild.build({
  entryPoints: names.map((each) => path.join(WEB, "test", each)),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  outdir: out,
  outExtension: { ".js": ".mjs" },
  logLevel: "error",
  plugins: [from_grammar],
});
run({ files: names.map((each) => path.join(out, each.replace(/\.ts$/, ".mjs"))) })
  .on("test:fail", () => (process.exitCode = 1))
  .compose(spec)
  .pipe(process.stdout);

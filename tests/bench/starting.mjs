// From nothing to the first answer under Node: starting.mjs <ours or plain> <runtime folder> <bundle folder>
//
// Both load the site's wheel and ask its desk the same question. `plain` starts Pyodide as it comes from npm.
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , kind, pyodide, bundle] = process.argv;
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const library = readdirSync(pyodide).find((name) => name.startsWith("stdlib-"));
const python = await loadPyodide({
  ...(kind === "ours" ? { stdLibURL: `${pyodide}/${library}` } : {}),
  lockFileURL: `${bundle}/pyodide-lock.json`,
  packageBaseUrl: `${bundle}/`,
  packageCacheDir: bundle,
  packages: ["convergence"],
});
if (!python.loadedPackages.convergence) throw new Error(`the wheel of ${bundle} was not loaded`);
const reply = JSON.parse(python.pyimport("calculators.contract.worker").reply(process.env.QUESTION));
if (!reply.answer) throw new Error(JSON.stringify(reply));
process.exit(0);

// Runs pytest inside Pyodide under Node, on the site's own wheel, loaded through the site's own lock file:
//   node pyodide.mjs <Pyodide's folder> <bundle folder> <site-packages with pytest> <tests folder> <test file>…
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , pyodide, bundle, packages, tests, ...files] = process.argv;
try {
  const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
  const python = await loadPyodide({
    lockFileURL: `${bundle}/pyodide-lock.json`,
    packageBaseUrl: `${bundle}/`,
    packageCacheDir: bundle,
    packages: ["convergence"],
  });
  if (!python.loadedPackages.convergence) throw new Error(`the wheel of ${bundle} was not loaded`);
  for (const [place, folder] of Object.entries({ "/house/tests": tests, "/packages": packages })) {
    python.FS.mkdirTree(place);
    python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, place);
  }
  python.runPython(readFileSync(new URL("pyodide_run.py", import.meta.url), "utf-8"));
  process.exitCode = python.globals.get("run")(python.toPy(files));
} catch (error) {
  console.error(error.message); // the whole error would print Pyodide's minified source
  process.exitCode = 70;
}

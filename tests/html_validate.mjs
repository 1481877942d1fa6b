// Holds every page below the folder named against the HTML standard with html-validate; prints its findings as a JSON
// list: {page, line, column, message, rule}.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";

// Conformance alone: the preset holds what the standard demands and no opinion on style, and nothing in it is
// switched off. The rules added are demands of the standard (and of ARIA) that the preset leaves out.
const RULES = {
  extends: ["html-validate:standard"],
  rules: {
    "aria-hidden-body": "error",
    "empty-title": "error",
    "input-attributes": "error",
    "no-missing-references": "error",
    "script-type": "error",
  },
};

// require() and not import: only require() looks in NODE_PATH, where the tests name the folder of packages.
const { HtmlValidate, StaticConfigLoader } = createRequire(import.meta.url)("html-validate");
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, ...RULES }));

const [site] = process.argv.slice(2);
const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
const findings = pages.flatMap((page) => {
  const { results } = validator.validateStringSync(readFileSync(join(site, page), "utf8"), page);
  return results.flatMap(({ messages }) => messages.map(({ line, column, message, ruleId }) => ({ page: page.replaceAll(sep, "/"), line, column, message, rule: ruleId })));
});
console.log(JSON.stringify({ pages: pages.length, findings }));

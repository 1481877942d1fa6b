// Runs Lighthouse as for a phone over the addresses named, round after round, each with the same Chromium; prints a
// JSON list, one entry a run: {address, scores, metrics, lost}, `lost` being the audits that took points, by category.
//
//   node lighthouse.mjs <chromium> <rounds> <flags, separated by spaces> <address> …
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

/** What took points, by category. */
function lost({ categories, audits }) {
  const short = ({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1;
  return Object.fromEntries(CATEGORIES.map((name) => [name, categories[name].auditRefs.filter(short).map(({ id }) => id)]));
}

const [chromePath, rounds, flags, ...addresses] = process.argv.slice(2);
const chromium = await launch({ chromePath, chromeFlags: ["--headless=new", ...flags.split(" ")] });
const runs = [];
try {
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const address of addresses) {
      const { lhr } = await lighthouse(address, { port: chromium.port, logLevel: "error", onlyCategories: CATEGORIES });
      if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
      const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
      const metrics = Object.fromEntries(METRICS.map((name) => [name, lhr.audits[name].numericValue]));
      runs.push({ address, scores, metrics, lost: lost(lhr), machine: lhr.environment.benchmarkIndex });
      console.error(address, ...Object.values(scores));
    }
  }
} finally {
  await chromium.kill();
}
console.log(JSON.stringify(runs));

// Links to an answer: written, copied, opened. The reader's own money stays out of the address bar.

import { fields } from "./fields.mjs";

const followed = new Set();
const withMoney = new Map();

/** The link as an address of this page, for this calculator's own place on it. */
export function address(calculator, link) {
  const query = link.split("?")[1];
  return `#${calculator.id.slice("calculator-".length)}${query ? `?${query}` : ""}`;
}

export function showLink(calculator, { link, link_with_money: whole }) {
  calculator.querySelector("[data-link]").setAttribute("href", address(calculator, link));
  calculator.querySelector("[data-copy]").dataset.whole = address(calculator, whole);
  calculator.querySelector("[data-copied]").textContent = "";
}

/** What the address holds for this calculator, once for each visit to that address; null if nothing new. */
export function visited(calculator, place) {
  const [, name, query = ""] = /^#?([^?]*)(?:\?(.*))?$/s.exec(location.hash);
  const visit = () => `${place} ${globalThis.navigation?.currentEntry?.key ?? ""} ${location.hash}`;
  if (location.hash.includes("?") && !document.getElementById(`calculator-${name}`)) strayLink(calculator, name);
  if (!location.hash.includes("?") || calculator.id !== `calculator-${name}` || followed.has(visit())) return null;
  const given = new URLSearchParams(query);
  hideMoney(calculator, given);
  followed.add(visit());
  return Object.fromEntries(given);
}

/** Put the link to the answer into the address bar without a visit to it; returns what to say. */
export function enter(calculator, place) {
  const link = calculator.querySelector("[data-link]").getAttribute("href");
  if (location.hash !== link) history.pushState(history.state, "", `${location.pathname}${location.search}${link}`);
  visited(calculator, place);
  const said = "The address of this page now opens this answer.";
  calculator.querySelector("[data-copied]").textContent = said;
  return said;
}

/** Take the reader's own money out of the address bar, and what would tell of it. */
function hideMoney(calculator, given) {
  const own = fields(calculator).filter((field) => "private" in field.dataset && given.get(field.name));
  if (!own.length) return;
  const rest = new URLSearchParams(given);
  for (const name of [...own.map((field) => field.name), "answer"]) rest.delete(name);
  history.replaceState(history.state, "", `${location.pathname}${location.search}${address(calculator, `?${rest}`)}`);
}

/** A link to a calculator that is not on this page: told once, at the first one. */
function strayLink(calculator, name) {
  if (document.querySelector("calculator-form") !== calculator) return;
  calculator.querySelector('[data-problem-for=""]').textContent = `The link opens “${name.slice(0, 40)}”, which is not on this page. Choose it under Calculators.`;
}

/** What a link that was opened says of then and today. */
export function showOpened(calculator, { messages, today, entry }) {
  calculator.querySelector("[data-linked]").hidden = false;
  calculator.querySelector("[data-linked-words]").textContent = messages.join(" ");
  calculator.querySelector("[data-linked-today]").hidden = !Object.keys(today).length;
  const changes = calculator.querySelector("[data-linked-changes]");
  changes.hidden = !entry;
  changes.href = calculator.dataset.changes;
}

/** Put a text on the clipboard; a page without a secure address has none. */
async function write(text) {
  await navigator.clipboard.writeText(text);
}

/** Ask once more whether the reader's own money goes into the link. */
export function copyAgain(calculator) {
  withMoney.delete(calculator.id);
  return copy(calculator);
}

/** Copy the link; with the reader's own money only if asked for, and asked once. */
export async function copy(calculator, chosen) {
  const asking = calculator.querySelector("[data-ask]");
  const held = fields(calculator).some((field) => "private" in field.dataset && field.value);
  if (chosen !== undefined) withMoney.set(calculator.id, chosen);
  asking.hidden = !held || withMoney.has(calculator.id);
  calculator.querySelector("[data-copy-again]").hidden = !held || !withMoney.has(calculator.id);
  if (!asking.hidden) return asking.querySelector("button").focus();
  const put = held && withMoney.get(calculator.id);
  const link = put ? calculator.querySelector("[data-copy]").dataset.whole : calculator.querySelector("[data-link]").getAttribute("href");
  const whole = `${location.href.split("#")[0]}${link}`;
  const words = held ? (put ? "Copied, with your amounts." : "Copied, without your amounts.") : "Copied.";
  const said = await write(whole).then(() => words, () => `Copy it here: ${whole}`);
  calculator.querySelector("[data-copied]").textContent = said;
  calculator.speak(said);
  if (chosen !== undefined) calculator.querySelector("[data-copy]").focus();
}

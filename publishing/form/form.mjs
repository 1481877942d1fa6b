// <calculator-form>: brings a form to life whose answer already stands in the page.
//
// It sends the texts of the fields to Python and writes what comes back; it formats and computes
// nothing. What a reader typed or opened lives in this module for the visit, by page and calculator, because
// the theme makes the element anew when a contents link is followed.

import { dropAnswer, keepAnswer, tell, write } from "./answer.mjs";
import { solve, workOut } from "./asking.mjs";
import { writeCharts } from "./drawing.mjs";
import { ask, leave, listen, start } from "./desk.mjs";
import { atStart, fields, fill, named, opened, showFields, texts } from "./fields.mjs";
import { address, copy, copyAgain, enter, showLink, showOpened, visited } from "./link.mjs";
import "./scrolling.mjs";
import { showStage } from "./stage.mjs";

const SPEAK_AFTER = 1_000;
const typed = new Map();
const linked = new Map();

class CalculatorForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.place = `${location.pathname} ${this.id}`;
    this.lacking = this.dataset.state === "waiting";
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    this.addEventListener("input", (event) => this.changed(event), { signal });
    this.addEventListener("change", (event) => this.chosen(event), { signal });
    this.addEventListener("click", (event) => this.pressed(event), { signal });
    this.addEventListener("focusin", ({ target }) => target.name && this.compare(), { signal });
    for (const touch of ["focusin", "click"]) this.addEventListener(touch, () => this.wake(), { signal, once: true });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    window.addEventListener("hashchange", () => this.followLink(), { signal });
    document.addEventListener("click", (event) => this.offered(event), { signal, capture: true });
    this.restore();
  }

  disconnectedCallback() {
    this.listeners.abort();
    clearTimeout(this.speaking);
    leave(this);
  }

  find(selector) {
    return this.querySelector(selector);
  }

  /** Start Python before the first key, at a touch. */
  wake() {
    listen(this, (message) => this.staged(message));
    start();
  }

  /** What the answer says before a field is changed is what its change is told against. */
  compare() {
    this.lacking ? dropAnswer(this) : keepAnswer(this);
  }

  restore() {
    const kept = typed.get(this.place);
    if (kept) for (const field of fields(this)) field.value = kept[field.name] ?? field.value;
    if (linked.has(this.place)) this.linked(linked.get(this.place));
    if (!this.followLink() && fields(this).some((field) => field.value !== atStart(field))) this.send();
  }

  /** Take the inputs that the address holds for this calculator. */
  followLink() {
    const given = visited(this, this.place);
    if (given === null) return false;
    this.take(given);
    this.scrollIntoView();
    return true;
  }

  /** Fill the fields from a link; what it holds beyond them is asked about, too. */
  take(given) {
    this.compare();
    fill(this, given);
    const strange = Object.entries(given).filter(([name]) => !named(this, name) && !["answer", "release"].includes(name));
    this.send(Object.fromEntries(strange), given);
  }

  changed({ target }) {
    if (target.name) this.send();
  }

  /** An edition chosen, or a file opened. */
  async chosen({ target }) {
    const { editionsOf, fileFor, scenariosFile } = target.dataset;
    if (editionsOf) this.put(editionsOf, target.value || named(this, editionsOf).value);
    if (fileFor) this.put(fileFor, await opened(target));
    if (scenariosFile !== undefined) this.find("[data-scenarios]").value = await opened(target);
    if (editionsOf && !target.value) named(this, editionsOf).focus();
  }

  pressed(event) {
    const pressed = event.target.closest("button, a");
    if (!pressed) return;
    const { reset, resetAll, fill: preset, copy: copying, copyMoney, copyAgain: again, linkedToday, solveRun, scenariosRun } = pressed.dataset;
    if (reset) this.put(reset, named(this, reset).dataset.default, true);
    if (resetAll !== undefined) this.takeAll({});
    if (preset !== undefined) this.startFrom(pressed, event);
    if (copying !== undefined) copy(this);
    if (again !== undefined) copyAgain(this);
    if (copyMoney) copy(this, copyMoney === "yes");
    if (linkedToday !== undefined) this.takeAll({ ...texts(this), ...this.today });
    if (solveRun !== undefined) solve(this, (name, text) => this.put(name, text, true));
    if (scenariosRun !== undefined) workOut(this);
    if (pressed.matches("[data-link]")) this.enterLink(event);
    if (pressed.matches(".calculator-retry")) this.retry();
  }

  /** The link to this very answer: it goes into the address bar, and the focus stays where it is. */
  enterLink(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.speak(enter(this, this.place));
  }

  /** A preset or the example: taken without a visit to its address, of which the theme must not hear. */
  startFrom(link, event) {
    event.preventDefault();
    event.stopPropagation();
    this.takeAll(Object.fromEntries(new URLSearchParams(link.hash.split("?")[1])));
  }

  /** A start offered elsewhere on the page, such as a worked example: the theme listens there, so it is caught before. */
  offered(event) {
    const link = event.target.closest("a[data-fill]");
    if (!link || this.contains(link) || link.hash.split("?")[0] !== address(this, "")) return;
    this.startFrom(link, event);
    this.scrollIntoView();
  }

  /** Put a text into one field; the focus goes there where the button that asked for it vanishes. */
  put(name, text, focus = false) {
    const field = named(this, name);
    this.compare();
    field.value = text;
    if (focus) field.focus();
    this.send();
  }

  /** Bring all fields to these texts, the others to their defaults. */
  takeAll(given) {
    this.find("[data-linked]").hidden = true;
    linked.delete(this.place);
    this.compare();
    fill(this, given);
    fields(this)[0].focus();
    this.send();
  }

  retry() {
    fields(this)[0].focus();
    this.send();
  }

  /** Ask for the answer to what the fields hold; `link` is what a link holds, `strange` what no field has. */
  send(strange = {}, link = null) {
    typed.set(this.place, texts(this));
    this.dataset.current = "false";
    this.asking = true;
    showFields(this);
    listen(this, (message) => this.staged(message));
    const question = { calculator: this.getAttribute("name"), inputs: { ...texts(this), ...strange }, ...(link && { opened: link }) };
    ask(this, question, (reply) => this.answered(reply));
  }

  /** A stage of Python's start: said where the reader is or an answer is awaited, and not in place of other words. */
  staged(message) {
    const said = showStage(this, message, this.lacking ? "waiting" : "live");
    const ours = this.asking || this.contains(document.activeElement);
    const matters = message.stage === "failed" || !(this.speaking || (this.asking && message.stage === "ready"));
    if (said && ours && matters) this.speak(said);
  }

  answered({ answer, opened: link, waiting, problems = [], failure }) {
    if (failure) return this.staged({ stage: "failed", reason: failure, when: "run" });
    this.asking = false;
    this.lacking = Boolean(waiting);
    this.staged({ stage: "ready" });
    const told = tell(this, problems);
    if (told) this.speak(told);
    if (waiting) this.speak(answer.asking);
    if (link) this.linked(link);
    if (!answer) return;
    write(this, answer);
    writeCharts(this, answer);
    showLink(this, answer);
    this.showLack(answer.asking);
    this.dataset.current = "true";
    if (answer.speak) this.speak(answer.speak);
  }

  /** While numbers are missing that only the reader can give, the worked example shows what is wanted. */
  showLack(asking = "") {
    const waiting = this.find(".calculator-waiting");
    if (waiting) waiting.hidden = !this.lacking;
    if (this.lacking) this.find("[data-asking]").textContent = asking;
  }

  linked(link) {
    linked.set(this.place, link);
    this.today = link.today;
    showOpened(this, link);
  }

  /** One announcement, a second after the last key. */
  speak(words) {
    const status = this.find(".calculator-status");
    clearTimeout(this.speaking);
    status.textContent = ""; // the same words a second time are a change, too
    this.speaking = setTimeout(() => {
      this.speaking = 0;
      status.textContent = words;
    }, SPEAK_AFTER);
  }
}

customElements.define("calculator-form", CalculatorForm);

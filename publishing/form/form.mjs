// <calculator-form>: brings a form to life whose answer already stands in the page.
//
// It sends the texts of the fields to Python and writes what comes back; it formats and computes
// nothing. What a reader typed lives in this module for the visit, by page and calculator, because
// the theme makes the element anew when a contents link is followed.

import { ask, leave, listen, start } from "./desk.mjs";

const SPEAK_AFTER = 1_000;
const typed = new Map();
const followed = new Set();

class CalculatorForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.place = `${location.pathname} ${this.id}`;
    this.lacking = this.dataset.state === "waiting";
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    this.addEventListener("input", (event) => this.changed(event), { signal });
    for (const touch of ["focusin", "pointerdown"]) this.addEventListener(touch, () => this.wake(), { signal, once: true });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.find(".calculator-retry").addEventListener("click", () => this.retry(), { signal });
    window.addEventListener("hashchange", () => this.followLink(), { signal });
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

  fields() {
    return [...this.form.querySelectorAll("input[name]")];
  }

  texts() {
    return Object.fromEntries(this.fields().map((field) => [field.name, field.value]));
  }

  /** Start Python before the first key, at a touch. */
  wake() {
    listen(this, (message) => this.staged(message));
    start();
  }

  restore() {
    this.showLink(this.find("[data-link]").getAttribute("href"));
    const kept = typed.get(this.place);
    if (kept) for (const field of this.fields()) field.value = kept[field.name] ?? field.value;
    if (!this.followLink() && this.fields().some((field) => field.value !== field.defaultValue)) this.send();
  }

  /** Take the inputs that the address holds for this calculator, once for each visit to that address. */
  followLink() {
    const [, name, query] = /^#?([^?]*)(?:\?(.*))?$/s.exec(location.hash);
    const visit = `${this.place} ${globalThis.navigation?.currentEntry?.key ?? ""} ${location.hash}`;
    if (query !== undefined && !document.getElementById(`calculator-${name}`)) this.strayLink(name);
    if (this.id !== `calculator-${name}` || followed.has(visit)) return false;
    followed.add(visit);
    const given = new Map(new URLSearchParams(query ?? ""));
    for (const field of this.fields()) {
      field.value = given.get(field.name)?.split("~")[0] ?? field.dataset.default;
      given.delete(field.name);
    }
    this.find("[data-linked]").hidden = false;
    this.scrollIntoView();
    this.send(Object.fromEntries(given));
    return true;
  }

  /** A link to a calculator that is not on this page: told once, at the first one. */
  strayLink(name) {
    if (document.querySelector("calculator-form") !== this) return;
    this.find('[data-problem-for=""]').textContent = `The link opens “${name.slice(0, 40)}”, which is not on this page.`;
  }

  changed(event) {
    if (event.target.name) this.send();
  }

  retry() {
    this.fields()[0].focus();
    this.send();
  }

  /** Whose number stands in each field, before Python has said so; a changed number is never folded away. */
  showOrigins() {
    for (const field of this.fields()) {
      this.showOrigin(field.name, field.value === field.dataset.default ? "sourced" : field.value ? "yours" : "missing");
      if (field.value !== field.dataset.default) field.closest("details")?.setAttribute("open", "");
    }
  }

  showOrigin(name, state) {
    const origin = this.find(`[data-origin-of="${name}"]`);
    origin.textContent = origin.dataset[state];
    origin.dataset.is = state;
  }

  /** The link as a whole address, with this calculator's own place on the page. */
  showLink(link) {
    const own = this.id.slice("calculator-".length) + (link.split("?")[1] ? `?${link.split("?")[1]}` : "");
    this.find("[data-link]").href = `#${own}`;
    this.find("[data-link-text]").textContent = `${location.href.split("#")[0]}#${own}`;
  }

  /** Ask for the answer to what the fields hold; `strange` is what a link holds beyond them. */
  send(strange = {}) {
    typed.set(this.place, this.texts());
    const inputs = { ...this.texts(), ...strange };
    this.dataset.current = "false";
    this.showOrigins();
    listen(this, (message) => this.staged(message));
    ask(this, { calculator: this.getAttribute("name"), inputs }, (reply) => this.answered(reply));
  }

  /** A stage of Python's start: shown, never hidden behind a spinner without an end. */
  staged({ stage, loaded = 0, total = 0, reason = "", when = "start" }) {
    const ready = this.lacking ? "waiting" : "live";
    this.dataset.state = { failed: "failed", ready }[stage] ?? "loading";
    this.find(".calculator-stage").hidden = this.dataset.state !== "loading";
    this.find(".calculator-failure").hidden = this.dataset.state !== "failed";
    this.find(".calculator-reason").textContent = reason;
    const failed = this.find(".calculator-failed");
    failed.textContent = this.dataset.state === "failed" ? failed.dataset[when] : "";
    if (failed.textContent) this.speak(`${failed.textContent} ${reason}`);
    this.find("progress").max = total || 1;
    this.find("progress").value = loaded;
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    this.find(".calculator-bytes").textContent =
      stage === "starting" ? "starting" : total ? `${megabytes(loaded)} of ${megabytes(total)} MB` : "";
  }

  answered({ answer, waiting, problems = [], failure }) {
    if (failure) return this.staged({ stage: "failed", reason: failure, when: "run" });
    this.lacking = Boolean(waiting);
    this.staged({ stage: "ready" });
    this.tell(problems);
    if (answer) this.write(answer);
  }

  /** Each problem at its field; those without a field at the answer. */
  tell(told) {
    const names = new Set(this.fields().map(({ name }) => name));
    const problems = told.map((each) => (names.has(each.input) ? each : { ...each, input: "" }));
    for (const place of this.querySelectorAll("[data-problem-for]")) {
      const name = place.dataset.problemFor;
      const message = problems.filter(({ input }) => input === name).map(({ message }) => message).join(" ");
      if (place.textContent !== message) place.textContent = message;
      const field = name && this.find(`input[name="${name}"]`);
      if (field) message ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
    }
    for (const { input } of problems) this.find(`input[name="${input}"]`)?.closest("details")?.setAttribute("open", "");
    if (problems.length) this.speak(problems.map(({ message }) => message).join(" "));
  }

  write(answer) {
    for (const [name, { text, data }] of Object.entries(answer.outputs)) {
      const output = this.find(`output[name="${name}"]`);
      output.textContent = text;
      output.dataset.value = data;
      const unit = this.find(`[data-unit-of="${name}"]`);
      if (unit) unit.hidden = data === "";
    }
    for (const [name, table] of Object.entries(answer.tables)) this.fill(name, table);
    for (const [name, { state, text }] of Object.entries(answer.inputs)) {
      this.showOrigin(name, state);
      const shown = this.find(`[data-shown-of="${name}"]`);
      if (shown && text) shown.textContent = text;
      this.find(`[data-note-for="${name}"]`).textContent = answer.notes[name] ?? "";
    }
    this.showLink(answer.link);
    this.dataset.current = "true";
    if (answer.speak) this.speak(answer.speak);
  }

  fill(name, { rows }) {
    const body = this.find(`[data-table="${name}"] tbody`);
    body.replaceChildren(
      ...rows.map((cells) => {
        const row = document.createElement("tr");
        for (const { text, data } of cells) {
          const cell = row.insertCell();
          cell.textContent = text;
          cell.dataset.value = data;
        }
        return row;
      }),
    );
  }

  /** One announcement, a second after the last key. */
  speak(words) {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => {
      this.find("[role=status]").textContent = words;
    }, SPEAK_AFTER);
  }
}

customElements.define("calculator-form", CalculatorForm);

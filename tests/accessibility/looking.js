// What a person looks at and no scanner sees, asked of the open page. Handed to it as text, like axe; colors.js follows.

(() => {
  const FOCUSABLE = "a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  const SIGNS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderColor", "borderWidth", "backgroundColor", "color", "textDecorationLine", "textDecorationThickness"];
  const rest = new Map();
  let last = null;

  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const named = (element) => {
    const said = element.getAttribute("aria-label") || element.innerText || element.labels?.[0]?.innerText || element.name || element.id || "";
    const words = said.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()} “${words}”`;
  };
  /** What shows the focus: the element; where it is invisible itself, its label. */
  const face = (element) => {
    const box = element.getBoundingClientRect();
    const unseen = box.width <= 1 || box.height <= 1 || getComputedStyle(element).opacity === "0";
    return unseen && element.labels?.length ? element.labels[0] : element;
  };
  const look = (element) => {
    const style = getComputedStyle(element);
    return SIGNS.map((sign) => style[sign]).join("|");
  };
  const faces = (element) => [face(element), element.parentElement].filter(Boolean);

  /** Begin at the top: nothing has the focus, and remember how everything looks that may get it. */
  function remember() {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.blur();
    document.body.removeAttribute("tabindex");
    rest.clear();
    last = null;
    for (const element of document.querySelectorAll(FOCUSABLE)) rest.set(element, faces(element).map(look));
    return [...rest.keys()].filter(shown).length;
  }

  function outlined(element) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(face(element));
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && !/, 0\)|transparent/.test(outlineColor);
  }

  function within(box) {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    return right - left > 0 && bottom - top > 0 ? { left, right, top, bottom } : null;
  }

  /** What lies upon an element, at three places of each of its lines, two pixels inside or more; null if nothing does. */
  function cover(element) {
    const ours = (hit) => hit && (element.contains(hit) || hit.control === element || hit.closest("label")?.control === element);
    for (const box of [...face(element).getClientRects()].map(within).filter(Boolean))
      for (const share of [0.1, 0.5, 0.9]) {
        const across = Math.min(Math.max((box.right - box.left) * share, 2), box.right - box.left - 2);
        const hit = document.elementFromPoint(box.left + across, (box.top + box.bottom) / 2);
        if (!ours(hit) && hit !== face(element)) return hit ? `${hit.tagName.toLowerCase()}.${hit.getAttribute("class") ?? ""}` : "nothing";
      }
    return null;
  }

  /** Let what the focus sets in motion come to its end. */
  async function rested() {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const end = performance.now() + 2000;
    const moving = () => document.getAnimations().some((each) => each.playState === "running" && Number.isFinite(each.effect?.getComputedTiming().endTime));
    while (moving() && performance.now() < end) await new Promise((done) => setTimeout(done, 20));
  }

  function placed(element) {
    const { left, right, top, bottom } = face(element).getBoundingClientRect();
    return { left, right, top, bottom };
  }

  /** The stop that has the focus now; null if none has. */
  async function stop() {
    await rested();
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const box = face(element).getBoundingClientRect();
    const seen = within(box);
    const looks = rest.get(element);
    const changed = !looks || faces(element).map(look).some((one, place) => one !== looks[place]);
    const before = last?.isConnected ? placed(last) : null;
    last = element;
    const place = [...document.querySelectorAll("*")].indexOf(element);
    const parts = [...document.querySelectorAll("header, nav, article, footer, aside, [role=dialog]")];
    return {
      name: named(element),
      place,
      part: parts.findLastIndex((part) => part.contains(element)),
      tabindex: element.tabIndex,
      seen: Boolean(seen), cover: seen ? cover(element) : null,
      visible: outlined(element) || changed,
      box: placed(element),
      before, // where the stop before this one stands now: a list may have scrolled within itself
    };
  }

  const inSentence = (element) => {
    const flows = getComputedStyle(element).display === "inline" || element.matches("button.figure, button.term"); // no browser calls a button inline
    if (!flows) return false;
    const block = element.closest("p, li, dd, dt, td, th, blockquote, q, figcaption, h1, h2, h3, caption");
    return Boolean(block) && block.innerText.trim().length > element.innerText.trim().length;
  };

  /** Targets smaller than `least` that neither stand in a sentence nor have room around them. */
  function small(least, where, room) {
    const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter(shown);
    const target = (element) => (element.matches("input[type=file], input[type=radio], input[type=checkbox]") && element.closest("label")) || face(element);
    const boxes = new Map(all.map((element) => [element, target(element).getBoundingClientRect()]));
    const near = (element, box) => all.some((other) => {
      if (other === element || other.contains(element) || element.contains(other)) return false;
      const { left, right, top, bottom } = boxes.get(other);
      const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
      return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < least / 2;
    });
    return all.filter((element) => element.closest(where)).filter((element) => {
      const box = boxes.get(element);
      if (box.width >= least - 0.5 && box.height >= least - 0.5) return false;
      return box.right > 0 && !inSentence(element) && (!room || near(element, box));
    }).map((element) => `${named(element)} is ${Math.round(boxes.get(element).width)} × ${Math.round(boxes.get(element).height)}`);
  }

  /** How far the page scrolls sideways, and which scrolling parts have no name or take no focus. */
  function sideways() {
    const found = [];
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`);
    for (const element of document.querySelectorAll("body *")) {
      const { overflowX } = getComputedStyle(element);
      if (!["auto", "scroll"].includes(overflowX) || element.scrollWidth <= element.clientWidth + 1 || !shown(element)) continue;
      const called = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby") || element.labels?.length;
      if (element.tabIndex < 0 || !called) found.push(`${element.tagName.toLowerCase()}.${element.className} scrolls sideways without ${element.tabIndex < 0 ? "a tab stop" : "a name"}`);
    }
    return found;
  }

  /** Text that its box cuts off: hidden overflow smaller than what it holds. A copy for the eye alone may be shortened. */
  function cut() {
    const found = [];
    for (const element of document.querySelectorAll("body *")) {
      const style = getComputedStyle(element);
      if (!shown(element) || element.clientWidth <= 1 || element.clientHeight <= 1 || element.closest("svg, math, [aria-hidden=true]")) continue;
      const hides = (axis) => ["hidden", "clip"].includes(style[axis]);
      const wide = hides("overflowX") && element.scrollWidth > element.clientWidth + 1;
      const high = hides("overflowY") && element.scrollHeight > element.clientHeight + 1;
      if ((wide || high) && element.innerText?.trim()) found.push(`${named(element)}.${element.className} holds ${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}`);
    }
    return found;
  }

  /** What is in motion without anybody having asked for it. */
  async function moving() {
    await rested();
    return document.getAnimations().filter((each) => each.playState === "running").map((each) => named(each.effect.target));
  }

  /** A reader's own style for the visit, beyond the reach of the page's policy. */
  function dress(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css ? [sheet] : [];
  }

  globalThis.looking = { remember, stop, small, sideways, cut, dress, moving };
  globalThis.found = { FOCUSABLE, shown, named, face, inSentence };
})();

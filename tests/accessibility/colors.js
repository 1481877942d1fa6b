// What stands out from what: text from its ground, edges and rings from what is around them, links from the text.

(() => {
  const { FOCUSABLE, shown, named, face, inSentence } = globalThis.found;

  const numbers = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const brightness = (channels) => {
    const [r, g, b] = channels.map((each) => (each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [a, b] = [brightness(one), brightness(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const over = (color, ground) => {
    const [r, g, b, alpha = 1] = numbers(color);
    return [r, g, b].map((each, place) => each * alpha + ground[place] * (1 - alpha));
  };
  /** The color behind an element: its own and its ancestors' backgrounds, the nearest on top. */
  const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) layers.unshift(getComputedStyle(each).backgroundColor);
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };

  /** Whether a chart's text is but the rim, in the color of the ground, that keeps the same letters over it clear of lines. */
  const rimmed = (text) => {
    const { fill, stroke } = getComputedStyle(text);
    const same = [...text.ownerSVGElement.querySelectorAll("text")].filter((each) => each.textContent === text.textContent);
    return fill === stroke && same.some((each) => getComputedStyle(each).fill !== fill);
  };

  let measured = new WeakSet();

  /** Text fainter than it must be: 7 to 1, or 4.5 to 1 where it is large. What was measured is remembered. */
  function faint() {
    const found = [];
    measured = new WeakSet();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (!text.data.trim() || element.closest("script, style, noscript, template, [disabled]") || !shown(element)) continue;
      const style = getComputedStyle(element);
      const behind = ground(element);
      const drawn = element.closest("svg text");
      measured.add(element);
      if (drawn && rimmed(drawn)) continue;
      const fronts = over(drawn ? getComputedStyle(drawn).fill : style.color, behind);
      const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const stands = ratio(fronts, behind);
      if (stands < (large ? 4.5 : 7) - 0.005) found.push(`${named(element)} stands at ${stands.toFixed(2)} to 1`);
    }
    return found;
  }

  const behind = (element) => (element.parentElement ? ground(element.parentElement) : [255, 255, 255]);

  /** How far the weakest side of its border stands out from what is around it; 0 if there is none. */
  function edge(element) {
    const style = getComputedStyle(element), around = behind(element);
    return Math.min(...["Top", "Right", "Bottom", "Left"].map((side) => {
      const drawn = style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1;
      return drawn ? ratio(over(style[`border${side}Color`], around), around) : 0;
    }));
  }

  /** Fields and buttons whose box stands out from what is around it by less than 3 to 1; a button may be bare text. */
  function pale() {
    const found = [];
    for (const control of document.querySelectorAll("input:not([type=hidden]), select, textarea, button")) {
      const on = face(control);
      if (!shown(control) || control.disabled || on.getBoundingClientRect().width <= 1) continue;
      const filled = ratio(ground(on), behind(on)), best = Math.max(edge(on), filled);
      const boxed = !control.matches("button") || edge(on) > 1 || filled > 1;
      if (boxed && best < 3) found.push(`${named(control)} has an edge of ${best.toFixed(2)} to 1`);
      if (boxed && edge(on) === 0) found.push(`${named(control)} has no border, which forced colors would draw`);
    }
    return found;
  }

  /** Everything that takes the focus by key, one after the other, and whose ring stands out by less than 3 to 1. */
  function rings() {
    const found = [];
    for (const element of [...document.querySelectorAll(FOCUSABLE)].filter((each) => each.tabIndex >= 0 && shown(each))) {
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) continue;
      const on = face(element), { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(on);
      const around = parseFloat(outlineOffset) < 0 ? ground(on) : behind(on);
      const seen = outlineStyle === "none" || parseFloat(outlineWidth) < 2 ? 0 : ratio(over(outlineColor, around), around);
      if (seen < 3) found.push(`${named(element)} has a ring of ${seen.toFixed(2)} to 1`);
    }
    return found;
  }

  /** Links and buttons in a sentence that only their color tells from its words: no line of 3 to 1, and not raised. A
   * sign that a style draws, as that of a heading's link, is no word. */
  function colored() {
    const apart = (element) => {
      const style = getComputedStyle(element);
      const line = ratio(over(style.textDecorationColor, ground(element)), ground(element));
      return (style.textDecorationLine.includes("underline") && line >= 3) || style.verticalAlign === "super";
    };
    const all = [...document.querySelectorAll("main a[href], main button")]
      .filter((each) => shown(each) && each.innerText.trim() && inSentence(each));
    return all.filter((each) => !apart(each) && ![...each.querySelectorAll("*")].some(apart)).map(named);
  }

  const measures = (element) => measured.has(element);
  Object.assign(globalThis.looking, { faint, measures, pale, rings, colored });
})();

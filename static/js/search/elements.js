// Elements of the page. What documents say enters it as text, never as HTML.

// An element with attributes and children: an attribute that is false, null or undefined is left out, one that begins with “on” hears.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// The attributes of words in a language: none is named where it is that of the page.
export function inLanguage(language) {
  return { dir: "auto", lang: language && language !== document.documentElement.lang ? language : null };
}

// A link to another state of this page, which is followed without loading it anew. `key` keeps the focus where it was.
export function leading(address, words, attributes = {}) {
  return make("a", { href: address, "data-state": true, "data-key": words, ...attributes }, words);
}

// Does what draws a part of the page anew, and leaves the focus on what is there in the place of what had it.
export function redrawn(draw) {
  const key = document.activeElement?.dataset?.key;
  draw();
  if (key && document.activeElement?.dataset?.key !== key) document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

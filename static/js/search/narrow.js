// What narrows an answer: its dates, and its facets. Only what is open costs anything.
import { openDates } from "./dates.js";
import { openFacet } from "./facets.js";

const OPEN_AT_FIRST = ["people", "places", "kinds"];

export function openNarrowing({ go, glance, facets, isWide }) {
  const parts = [openDates({ go, glance }), ...facets.map((name) => openFacet(name, { go, isOpen: isWide && OPEN_AT_FIRST.includes(name) }))];
  document.getElementById("narrowing").replaceChildren(...parts.map(({ element }) => element));
  return { show: (latest) => Promise.all(parts.map((part) => part.show(latest))) };
}

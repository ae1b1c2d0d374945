// Adds a copy button to every citation, and two to the passage whose number is in use: for its address and its
// citation. Each page is complete without them.
function copyButton(label, copied, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words());
    button.textContent = copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  return button;
}

function addPassageTools(text) {
  const page = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
  const { copyLink, copyCitation, copied, before, after } = text.dataset;
  let number = null;
  const address = () => page + number.hash;
  const tools = document.createElement("span");
  tools.className = "passage-tools";
  tools.setAttribute("role", "group");
  tools.lang = document.documentElement.lang;
  tools.append(
    copyButton(copyLink, copied, address),
    copyButton(copyCitation, copied, () => `${before}${number.textContent}${after}${address()}.`),
  );
  const hide = () => {
    tools.remove();
    number = null;
  };
  const show = (event) => {
    const found = event.target.closest(".number");
    if (!found || found === number) return;
    number = found;
    tools.setAttribute("aria-label", number.getAttribute("aria-label"));
    number.after(tools);
  };
  text.addEventListener("focusin", show);
  text.addEventListener("pointerover", show);
  document.addEventListener("focusin", (event) => {
    if (number && !number.parentElement.contains(event.target)) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (number && !number.parentElement.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !number) return;
    if (tools.contains(document.activeElement)) number.focus();
    hide();
  });
}

// Browsers give the clipboard to secure addresses only.
if (navigator.clipboard) {
  for (const citation of document.querySelectorAll("[data-copy]")) {
    const words = citation.textContent.trim();
    const { copyLabel, copiedLabel } = citation.dataset;
    citation.append(" ", copyButton(copyLabel, copiedLabel, () => words));
  }
  for (const text of document.querySelectorAll(".text[data-copy-link]")) addPassageTools(text);
}

// Adds a copy button to every citation; each page is complete without it.
for (const citation of document.querySelectorAll("[data-copy]")) {
  const words = citation.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = citation.dataset.copyLabel;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words);
    button.textContent = citation.dataset.copiedLabel;
    setTimeout(() => { button.textContent = citation.dataset.copyLabel; }, 2000);
  });
  citation.append(" ", button);
}

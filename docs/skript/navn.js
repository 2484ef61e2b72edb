// Gives names to what the theme leaves without, so that who hears the page can tell parts apart.
function name(part, text) {
  part.removeAttribute("aria-labelledby");
  part.setAttribute("aria-label", text);
}

function nameAll() {
  for (const search of document.querySelectorAll(".md-search[role=dialog]")) name(search, "Søk i sidene");
  for (const nav of document.querySelectorAll("nav.md-nav[aria-labelledby]")) {
    const above = nav.parentElement.querySelector(".md-nav__link .md-ellipsis, .md-nav__link");
    name(nav, above.textContent.trim());
  }
  // A button that copies is no place to go to.
  for (const copy of document.querySelectorAll("nav.md-code__nav")) copy.setAttribute("role", "presentation");
}

document.addEventListener("DOMContentLoaded", () => {
  nameAll();
  new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
});

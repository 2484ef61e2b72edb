// A bench is big: it is not begun before somebody wants to try the rules.
document.addEventListener("toggle", ({ target }) => {
  const frame = target.matches(".prov[open]") && target.querySelector("iframe:not([src])");
  if (frame) frame.src = frame.dataset.address;
}, true);

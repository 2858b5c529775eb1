"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  let focus = null;
  let place = -1;

  const mentions = () => (focus ? all(".text a").filter((a) => a.getAttribute("href") === focus) : all(".text a"));

  const setFocus = (target) => {
    focus = target;
    for (const a of all(".text a")) a.classList.toggle("on", a.getAttribute("href") === target);
  };

  const go = (step) => {
    const list = mentions();
    if (list.length === 0) return;
    const at = list.indexOf(document.activeElement);
    place = at >= 0 ? at : place;
    place = (place + step + list.length) % list.length;
    list[place].focus({ preventScroll: true });
    list[place].scrollIntoView({ block: "center" });
  };

  const open = (hash) => {
    let card = null;
    try { card = document.querySelector(hash); } catch { return; }
    if (card === null) return;
    if (card.tagName === "DETAILS") card.open = true;
    for (const lit of all(".lit")) lit.classList.remove("on", "lit");
    if (!card.closest("aside")) card.classList.add("on", "lit");
    card.scrollIntoView({ block: card.closest("aside") ? "nearest" : "center" });
  };

  document.addEventListener("click", (event) => {
    const a = event.target.closest("a");
    if (a === null || !(a.getAttribute("href") || "").startsWith("#")) return;
    event.preventDefault();
    const hash = a.getAttribute("href");
    if (a.closest(".text")) setFocus(focus === hash ? null : hash);
    open(hash);
  });

  for (const card of all("aside details[data-mentions]")) {
    card.addEventListener("toggle", () => {
      if (!card.open || focus === "#" + card.id) return;
      setFocus("#" + card.id);
      place = -1;
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case "n": go(1); break;
      case "N": case "p": go(-1); break;
      case "j": scrollBy(0, 60); break;
      case "k": scrollBy(0, -60); break;
      case "Escape": setFocus(null); break;
      case "?": { const keys = document.querySelector(".keys"); keys.hidden = !keys.hidden; break; }
      default: return;
    }
    event.preventDefault();
  });
})();

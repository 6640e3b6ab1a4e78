// Small comforts over pages that work without them: keys, copying, links to selected words,
// the map of a transcript. It makes no request and changes no text.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const points = (text) => [...text].length; // offsets count code points, not UTF-16 units

  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    const before = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = before; }, 1500);
  };

  // --- keys
  const steps = () => all(".turn, .hit");
  let at = -1;
  const go = (by) => {
    const found = steps();
    if (!found.length) return;
    at = Math.min(found.length - 1, Math.max(0, at + by));
    all(".here").forEach((each) => each.classList.remove("here"));
    const target = found[at];
    target.classList.add("here");
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({ block: "start" });
    (one(".quote-link", target) || target).focus({ preventScroll: true });
  };
  let place = -1;
  const goPlace = (by) => {
    const found = all("mark.place, mark.at").filter((each) => each.closest(".transcript"));
    if (!found.length) return;
    place = (place + by + found.length) % found.length;
    all("mark.now").forEach((each) => each.classList.remove("now"));
    const target = found[place];
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.classList.add("now");
    target.scrollIntoView({ block: "center" });
  };
  const help = () => { const dialog = one("#keys"); if (dialog && !dialog.open) dialog.showModal(); };
  const keys = {
    "/": () => { const box = one("#q") || one("#find"); box.focus(); box.select(); },
    m: () => one("[data-marks]")?.click(),
    a: () => one("[data-acts]")?.click(),
    j: () => go(1), k: () => go(-1), n: () => goPlace(1), p: () => goPlace(-1), "?": help,
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      shut(true);
      all(".why:hover, .why:focus-within").forEach((each) => each.classList.add("shut"));
      return;
    }
    const typing = event.target.closest("input, textarea, select, [contenteditable], dialog[open]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const name of ["mouseleave", "focusout"]) {
    document.addEventListener(name, (event) => event.target.closest?.(".shut")?.classList.remove("shut"), true);
  }

  // --- cards of what is marked: on hover, on focus, on a click; without script they are targets
  let from = null;
  let quiet = false; // a mark that is given the focus back does not open its card again
  const shut = (back) => {
    all(".note.shown").forEach((each) => each.classList.remove("shown"));
    if (back && from?.isConnected && document.activeElement?.closest(".note")) { quiet = true; from.focus({ preventScroll: true }); quiet = false; }
    from = null;
  };
  const show = (link) => {
    const card = document.getElementById(link.hash.slice(1));
    if (!card || quiet || (from === link && card.matches(".shown"))) return;
    shut(false);
    from = link;
    card.classList.add("shown");
    const box = link.getClientRects()[0];
    const within = card.offsetParent?.getBoundingClientRect() || { top: -scrollY, left: -scrollX };
    const below = box.bottom + card.offsetHeight + 8 < innerHeight || box.top < card.offsetHeight + 8;
    card.style.top = `${(below ? box.bottom + 4 : box.top - card.offsetHeight - 4) - within.top}px`;
    card.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8)) - within.left}px`;
  };
  if (one(".notes")) {
    let leaving = 0;
    document.addEventListener("mouseover", (event) => {
      const link = event.target.closest?.("a.named");
      clearTimeout(leaving);
      if (link) show(link);
      else if (!event.target.closest?.(".note")) leaving = setTimeout(() => { if (!document.activeElement?.closest(".note, a.named")) shut(false); }, 250);
    });
    document.addEventListener("focusin", (event) => {
      const link = event.target.closest("a.named");
      if (link) show(link);
      else if (!event.target.closest(".note")) shut(false);
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.named");
      if (link) { event.preventDefault(); show(link); one("a", document.getElementById(link.hash.slice(1))).focus({ preventScroll: true }); }
      if (event.target.closest(".note-close")) { event.preventDefault(); shut(true); if (location.hash.startsWith("#note-")) location.hash = "#shut"; }
    });
  }

  // --- the words that a note in the margin is of, while it is pointed at
  if (window.Highlight && CSS.highlights && one(".acts-here")) {
    const words = new Highlight();
    CSS.highlights.set("act", words);
    const step = (text, count) => [...text].slice(0, count).join("").length;
    const stretch = (link) => {
      const [start, end] = link.dataset.at.split("-").map(Number);
      const paragraph = one("[data-s]", link.closest(".with-acts"));
      const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let at = Number(paragraph.dataset.s);
      for (let node = walk.nextNode(); node && at < end; node = walk.nextNode()) {
        const size = points(node.data);
        if (at + size > start) {
          const range = new StaticRange({
            startContainer: node, startOffset: step(node.data, Math.max(0, start - at)),
            endContainer: node, endOffset: step(node.data, Math.min(size, end - at)),
          });
          words.add(range);
        }
        at += size;
      }
    };
    for (const name of ["mouseover", "focusin"]) {
      document.addEventListener(name, (event) => {
        const link = event.target.closest?.(".act-words");
        words.clear();
        if (link) stretch(link);
      });
    }
  }

  // --- copying and printing
  all("[data-copy], [data-print]").forEach((each) => { each.hidden = false; });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(one(`#${button.dataset.copy}`).value, button);
    if (event.target.closest("[data-print]")) { all("details.answers").forEach((each) => { each.open = true; }); print(); }
  });

  // --- links to selected words
  const tools = one("#selection");
  const offset = (node, within) => {
    const paragraph = (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-s]");
    if (!paragraph) return null;
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, within);
    return Number(paragraph.dataset.s) + points(range.toString());
  };
  const selected = () => {
    const selection = getSelection();
    if (!tools || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    return start === null || end === null || end <= start ? null : { start, end, range };
  };
  if (tools) {
    document.addEventListener("selectionchange", () => {
      const found = selected();
      tools.hidden = !found;
      if (!found) return;
      const box = found.range.getBoundingClientRect();
      tools.style.top = `${box.bottom + scrollY + 6}px`;
      tools.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 190))}px`;
      tools.dataset.at = `${found.start}-${found.end}`;
      one("[data-cite-selection]", tools).href = `${tools.dataset.cite}?at=${tools.dataset.at}`;
    });
    tools.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
    one("[data-copy-selection]", tools).addEventListener("click", (event) => {
      copy(`${location.origin}${tools.dataset.link}?at=${tools.dataset.at}#at`, event.target);
    });
  }

  // --- where we are in a transcript
  const view = one(".map-view");
  const said = one(".transcript");
  if (view && said) {
    let waiting = false;
    const draw = () => {
      waiting = false;
      const box = said.getBoundingClientRect();
      const top = Math.max(0, -box.top / box.height);
      const end = Math.min(1, (innerHeight - box.top) / box.height);
      view.setAttribute("y", String(1000 * top));
      view.setAttribute("height", String(Math.max(0, 1000 * (end - top))));
    };
    addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(draw); } }, { passive: true });
    draw();
  }
  if (innerWidth <= 960) all(".narrow-fold").forEach((each) => { each.open = false; });
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target) {
    at = steps().indexOf(target.closest(".turn"));
    const first = one("mark.place", target); // of a long turn, the words that were found
    if (first) { place = all("mark.place, mark.at").filter((each) => each.closest(".transcript")).indexOf(first); first.scrollIntoView({ block: "center" }); }
  }
})();

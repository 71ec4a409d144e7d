/* Looks at a page. These functions run in the page, so each must stand alone. */

/** What a reader is shown: heading, words, drawings, and text that cannot be seen. */
export function look() {
  const main = document.querySelector("main");
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  // what only scripts use, and menus beside the text: those are walked by themselves
  const beside = ".ms-scripted *, button, label, select, output, legend, [role=group], [role=status], audio, nav, .ms-toc > summary";
  for (const folded of main.querySelectorAll("details")) folded.open = true;

  const hidden = new Set();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    const text = node.data.trim();
    if (text && !shown(holder) && !holder.closest(`svg, script, style, template, ${beside}`)) {
      hidden.add(text.slice(0, 60));
    }
  }

  const blank = [];
  for (const figure of main.querySelectorAll("figure")) {
    const drawings = [...figure.querySelectorAll("svg, img, table, audio, video, blockquote")];
    const drawn = drawings.some((one) => shown(one) && one.getBoundingClientRect().width > 20);
    if (!drawn && drawings.length) blank.push(figure.id || figure.className);
  }
  const isBroken = (img) => img.complete && !img.naturalWidth;
  const broken = [...main.querySelectorAll("img")].filter(isBroken);

  return {
    title: document.title,
    heading: main.querySelector("h1")?.innerText.trim() ?? "",
    kind: document.documentElement.dataset.kind,
    words: main.innerText.split(/\s+/).length,
    figures: main.querySelectorAll("figure").length,
    font: [...document.fonts].some((face) => face.status === "loaded"),
    events: [...main.querySelectorAll(".ms-event")].filter(shown).length,
    hidden: [...hidden],
    blank: [...blank, ...broken.map((img) => img.getAttribute("src"))],
  };
}

/** By how much the page is wider than its window, and the innermost elements that reach beyond. */
export function tooWide() {
  const over = document.scrollingElement.scrollWidth - innerWidth;
  if (over <= 0) return [];
  const edge = document.documentElement.clientWidth;
  const clipped = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const reaches = (one) =>
    one.checkVisibility() &&
    !one.closest("svg *") &&
    one.getBoundingClientRect().right > edge + 0.5 &&
    !clipped(one);
  const say = (one) => {
    const named = one.parentElement.closest("[class]");
    const inside = named ? `${named.localName}.${named.classList[0]} ` : "";
    return `${inside}${one.localName}${one.classList[0] ? `.${one.classList[0]}` : ""}`;
  };
  const beyond = [...document.body.querySelectorAll("*")].filter(reaches);
  const innermost = beyond.filter((one) => !beyond.some((two) => two !== one && one.contains(two)));
  return [`${over} px`, ...new Set(innermost.map(say))].slice(0, 6);
}

/** Elements whose lines are too close for letters with stacked marks (Ễ, Ậ), or that cut them off.
    Strings of digits and signs may stand closer. */
export function tightLines() {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!/\p{L}/u.test(node.data) || holder.closest("svg, script, style, template, noscript")) continue;
    if (!holder.checkVisibility({ visibilityProperty: true })) continue;
    let block = holder;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const style = getComputedStyle(block);
    const size = parseFloat(getComputedStyle(holder).fontSize);
    const line = Math.max(parseFloat(style.lineHeight), parseFloat(getComputedStyle(holder).lineHeight));
    const unseen = block.clientHeight <= 1; // said to those who listen only
    const cut = !unseen && style.overflowY === "hidden" && block.scrollHeight > block.clientHeight + 1;
    if (line < size * 1.185 || cut) found.add(`${block.localName}.${block.className} ${holder.localName}`);
  }
  return [...found].slice(0, 5);
}

/* The shell of a page as it is laid out: its header, its source marks, its headings on paper.
   Plan: root, pages [path], widths, theme for paper. Report: one entry a page and width. */
import { inParallel, open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();

/** What is in the header: its height, what stands below the first line, what can be pressed. */
function readHeader() {
  const header = document.querySelector("header");
  const parts = [...header.querySelectorAll(".ms-brand, .ms-main, .ms-tools")];
  const shown = parts.filter((one) => one.checkVisibility());
  const boxes = shown.map((one) => one.getBoundingClientRect());
  const middle = (box) => box.top + box.height / 2;
  const seen = (query) => document.querySelector(query)?.checkVisibility() ?? false;
  return {
    height: header.getBoundingClientRect().height,
    lines: new Set(boxes.map((box) => Math.round(middle(box) / 20))).size,
    sections: seen(".ms-main"),
    menu: seen(".ms-menu"),
    search: seen(".ms-tools > [data-search]"),
    bold: getComputedStyle(document.querySelector(".ms-main [aria-current]") ?? header).fontWeight,
  };
}

/** Source marks: the smallest, those that a line break has torn from their word, and the widest
    blank between a mark and the punctuation after it. */
function readMarks() {
  const box = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  const marks = [...document.querySelectorAll("main .ms-cite")].filter((one) => one.checkVisibility());
  const sides = [];
  const torn = [];
  let blank = 0;
  for (const mark of marks) {
    const links = [...mark.querySelectorAll("a")];
    for (const link of links) {
      const { width, height } = link.getBoundingClientRect();
      sides.push(width, height);
    }
    const digit = box(links[0].firstChild, 0, 1);
    let before = mark.previousSibling;
    while (before?.lastChild) before = before.lastChild;
    if (before?.nodeType === Node.TEXT_NODE && before.data.trim()) {
      const end = before.data.length;
      const letter = box(before, end - 1, end);
      const apart = Math.abs(letter.top + letter.height / 2 - (digit.top + digit.height / 2));
      if (apart > letter.height * 0.9) torn.push(before.data.slice(-30));
    }
    const after = mark.nextSibling;
    if (after?.nodeType === Node.TEXT_NODE && /^[.,;:]/.test(after.data)) {
      const last = links.at(-1).firstChild;
      const gap = box(after, 0, 1).left - box(last, 0, last.data.length).right;
      blank = Math.max(blank, gap);
    }
  }
  return { count: marks.length, smallest: Math.min(...sides), torn, blank };
}

/** What paper shows, whatever theme the reader chose. */
function readPaper() {
  const style = (one) => getComputedStyle(one);
  const shown = (query) => [...document.querySelectorAll(query)].some((one) => one.checkVisibility());
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3, h4)")];
  return {
    ground: style(document.documentElement).backgroundColor,
    ink: style(document.querySelector("main p")).color,
    header: shown("header"),
    contents: shown(".ms-toc"),
    loose: headings.filter((one) => style(one).breakAfter !== "avoid").map((one) => one.innerText),
    covered: [...document.querySelectorAll(".ms-cite a")].filter(
      (one) => style(one).backgroundColor !== "rgba(0, 0, 0, 0)",
    ).length,
    bracket: getComputedStyle(document.querySelector(".ms-cite a"), "::before").content,
  };
}

/** The contents list of a page: the door to it, and the list itself. */
function readContents() {
  const list = document.querySelector(".ms-toc");
  if (!list) return null;
  return {
    door: list.querySelector("summary").checkVisibility(),
    list: list.querySelector("a").checkVisibility({ contentVisibilityAuto: true }),
  };
}

/** The parts of the year rail that lie outside the page. */
function readRail() {
  const wide = document.documentElement.clientWidth;
  return [...document.querySelectorAll(".ms-rail a")].filter((one) => one.getBoundingClientRect().right > wide).length;
}

async function visit(page, { path, width }) {
  await page.setViewport({ width, height: 900 });
  await open(page, plan.root + path);
  if (!plan.paper) {
    const [header, marks] = [await page.evaluate(readHeader), await page.evaluate(readMarks)];
    return { path, width, header, marks, contents: await page.evaluate(readContents), outside: await page.evaluate(readRail) };
  }
  await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), plan.paper);
  await page.emulateMediaType("print");
  return { path, width, paper: await page.evaluate(readPaper) };
}

const jobs = plan.pages.flatMap((path) => plan.widths.map((width) => ({ path, width })));
report(
  await withBrowser((browser) =>
    inParallel(jobs, (job) => withPage(browser, (page) => visit(page, job))),
  ),
);

/* axe-core on pages in every theme, width and text size; and whether anything is too wide.
   Plan: root, pages [path], themes, states [{name, width, text, menus, search, within}].
   Report: a list of findings. */
import axe from "axe-core";
import { inParallel, open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";
import { tightLines, tooWide } from "./eyes.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const plan = await readPlan();

/** Put a page into a state: width of the window, size of the text, all folds of the text open. */
async function arrange(page, { width, text = 1, menus = false, search }) {
  await page.setViewport({ width, height: 900 });
  await page.evaluate(
    (times, open) => {
      const root = document.documentElement;
      root.style.fontSize = "";
      const size = parseFloat(getComputedStyle(root).fontSize);
      if (times !== 1) root.style.fontSize = `${size * times}px`;
      for (const folded of document.querySelectorAll("main details")) folded.open = true;
      for (const folded of document.querySelectorAll("header details")) folded.open = open;
    },
    text,
    menus,
  );
  if (search) await find(page, search);
}

/** Open the search dialog and type; wait until something is found. */
async function find(page, words) {
  await page.locator(".ms-tools > [data-search]").click();
  await page.locator("dialog input").fill(words);
  await page.waitForSelector("dialog [role=option]");
}

/** Look at the page; where menus lie open over it, at what they show. */
async function examine(page, where, scope = "html") {
  const { violations, passes } = await page.evaluate(
    (values, within) =>
      window.axe.run(within, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
        rules: { "target-size": { enabled: true } },
      }),
    TAGS,
    scope,
  );
  const findings = violations.map((one) => ({
    where,
    rule: one.id,
    selectors: one.nodes.slice(0, 5).map((node) => node.target.join(" ")),
    count: one.nodes.length,
    why: one.nodes[0].failureSummary.split("\n").slice(1).join(" ").trim(),
  }));
  if (!passes.length) findings.push({ where, rule: "axe did not run", selectors: [], count: 1 });
  const [over, ...selectors] = await page.evaluate(tooWide);
  if (over) findings.push({ where, rule: "too wide", selectors, count: 1, why: `by ${over}` });
  const tight = await page.evaluate(tightLines);
  if (tight.length) {
    findings.push({ where, rule: "lines too tight for stacked marks", selectors: tight, count: tight.length });
  }
  return findings;
}

async function visit(page, { path, theme }) {
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await open(page, plan.root + path);
  await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
  await page.evaluate(axe.source);
  const findings = [];
  for (const state of plan.states) {
    await arrange(page, state);
    findings.push(...(await examine(page, `${path}, ${theme}, ${state.name}`, state.within)));
  }
  return findings;
}

const found = await withBrowser((browser) => {
  const jobs = plan.themes.flatMap((theme) => plan.pages.map((path) => ({ path, theme })));
  return inParallel(jobs, (job) => withPage(browser, (page) => visit(page, job)));
});
report(found.flat());

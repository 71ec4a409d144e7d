/* Searches as a reader does. Plan: root, and one of: queries [{q, lang}], texts [..] to cut into words,
   use {page, q}, door {page}. Report: what was found, cut or seen. */
import { open, readPlan, report, withBrowser } from "./chrome.mjs";
import { watch } from "./ears.mjs";

const plan = await readPlan();

async function openSearch(page, path) {
  await open(page, plan.root + path);
  await page.keyboard.press("/");
  await page.waitForSelector("dialog.ms-search[data-ready]");
}

/** The first addresses of each query's results, asked of the engine that the page has loaded. */
async function askAll(page, queries) {
  const found = [];
  for (const lang of new Set(queries.map((one) => one.lang))) {
    await openSearch(page, lang === "vi" ? "index.html" : `${lang}/index.html`);
    const asked = queries.filter((one) => one.lang === lang).map((one) => one.q);
    const answers = await page.evaluate(
      (all) => all.map((query) => window.msFind(query).map(([address, title]) => [address, title])),
      asked,
    );
    asked.forEach((q, at) => found.push({ q, lang, results: answers[at] }));
  }
  return found;
}

const active = (page) =>
  page.evaluate(() => document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.href ?? "");
const options = (page) => page.$$eval("dialog [role=option]", (all) => all.map((one) => one.href));

/** By keyboard alone: open, type, choose, narrow, follow. */
async function use(page, { path, q, next }) {
  const seen = {};
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url().slice(plan.root.length)));
  await open(page, plan.root + path);
  seen.before = fetched.filter((name) => name.includes("search"));
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.waitForSelector("dialog.ms-search[data-ready]");
  seen.focus = await page.evaluate(() => document.activeElement.getAttribute("role"));
  await page.keyboard.type(q);
  seen.expanded = await page.$eval("dialog input", (one) => one.getAttribute("aria-expanded"));
  seen.options = await options(page);
  seen.said = await page.$eval("dialog [role=status]", (one) => one.textContent);
  await page.waitForFunction(() => document.querySelector("dialog .ms-hit-text mark"));
  seen.marked = await page.$$eval("dialog .ms-hit mark", (all) => all.map((one) => one.textContent));
  seen.groups = await page.$$eval("dialog [role=group]", (all) =>
    all.map((one) => document.getElementById(one.getAttribute("aria-labelledby")).textContent));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  seen.second = await active(page);
  await page.keyboard.press("ArrowUp");
  seen.first = await active(page);
  await page.select("dialog select", await page.$eval("dialog select option:last-child", (one) => one.value));
  seen.narrowed = await options(page);
  await page.select("dialog select", "-1");
  await page.focus("dialog input");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  seen.closed = true;
  await page.waitForFunction(() => !document.activeElement.matches("input")); // the event of closing
  seen.back = await page.evaluate(() => document.activeElement.localName);
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.matches("dialog[open] input"));
  await page.keyboard.type(next);
  await page.waitForSelector("dialog [role=option]");
  const leaving = page.waitForNavigation({ waitUntil: "domcontentloaded" });
  await page.keyboard.press("Enter");
  await leaving;
  seen.arrived = page.url().slice(plan.root.length);
  return seen;
}

/** A query that nothing answers, and one that is answered in part. */
async function fail(page, { path, none, partly }) {
  await openSearch(page, path);
  const ask = async (query) => {
    await page.$eval("dialog input", (one) => { one.value = ""; });
    await page.type("dialog input", query);
    return {
      said: await page.$eval("dialog [role=status]", (one) => one.textContent),
      options: (await options(page)).length,
      ways: await page.$$eval("dialog .ms-more a", (all) => all.map((one) => one.getAttribute("href"))),
    };
  };
  return { none: await ask(none), partly: await ask(partly) };
}

/** The search page by a link with a query in it. */
async function link(page, { path }) {
  await open(page, plan.root + path);
  await page.waitForSelector("main [data-finder][data-ready]");
  return {
    value: await page.$eval("main input", (one) => one.value),
    first: await page.$eval("main [role=option]", (one) => one.href),
  };
}

/** Scripts off: where the door leads, and whether the search page shows other ways. */
async function shut(page, { path, page: own }) {
  await open(page, plan.root + path, { scripts: false });
  await Promise.all([page.waitForNavigation(), page.click("[data-search]")]);
  const arrived = page.url().slice(plan.root.length);
  await open(page, plan.root + own, { scripts: false });
  return { arrived, ways: await page.$$eval("main article li a", (all) => all.map((one) => one.getAttribute("href"))) };
}

const PARTS = { use, fail, link, shut };

report(
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const heard = await watch(page, plan.root);
    if (plan.queries) return { found: await askAll(page, plan.queries), ...heard };
    if (plan.texts) {
      await openSearch(page, plan.path);
      return page.evaluate((texts) => texts.map((text) => window.msCut(text)), plan.texts);
    }
    await page.setJavaScriptEnabled(plan.part !== "shut");
    return { ...(await PARTS[plan.part](page, plan)), ...heard };
  }),
);

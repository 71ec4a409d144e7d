/* Uses the parts of a page as a reader does, by mouse and by keyboard. Each part is a function of its own;
   plan: root, and the pages by part. Report: what was seen, by part. */
import { open, readPlan, report, withBrowser } from "./chrome.mjs";

const plan = await readPlan();

const shown = (page, selector) =>
  page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);
const text = (page, selector) => page.$eval(selector, (one) => one.textContent.trim());
const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));

/* A filter: chips by mouse, by keyboard, by address; and without scripts. */
async function filter(page, { path, items, first, second }) {
  const seen = {};
  await open(page, plan.root + path);
  seen.all = await shown(page, items);
  await page.click(first);
  seen.first = await shown(page, items);
  seen.hash = await hash(page);
  seen.pressed = await page.$eval(first, (one) => one.getAttribute("aria-pressed"));
  seen.said = await text(page, ".ms-found");
  await page.focus(second);
  await page.keyboard.press("Space");
  seen.both = await shown(page, items);
  seen.bothHash = await hash(page);
  await page.goto("about:blank");
  await open(page, `${plan.root}${path}${seen.bothHash}`);
  seen.shared = await shown(page, items);
  await page.$$eval('[data-value=""]', (all) => all.forEach((one) => one.click()));
  seen.cleared = [await shown(page, items), await hash(page)];
  seen.headings = await page.$$eval("article h2", (all) => all.filter((one) => one.hidden).length);
  return seen;
}

/* An address of one entry shows it, whatever was chosen before. */
async function place(page, { path, chip, target }) {
  await open(page, plan.root + path);
  await page.click(chip);
  const before = await shown(page, target);
  await page.evaluate((id) => { location.hash = id; }, target);
  await page.waitForFunction((id) => document.querySelector(id).checkVisibility(), {}, target);
  return { before, after: await shown(page, target) };
}

async function quiz(page, { path }) {
  const seen = {};
  await open(page, plan.root + path);
  const [one] = await page.$$(".ms-ask");
  const wrong = await one.$("input:not([data-right])");
  await wrong.click();
  seen.verdict = await one.$eval(".ms-verdict", (said) => said.textContent);
  seen.done = await one.evaluate((ask) => ask.dataset.done);
  seen.open = await one.$eval("details", (why) => why.open);
  await (await one.$("input[data-right]")).click();
  seen.locked = await wrong.evaluate((input) => input.checked);
  seen.score = await text(page, ".ms-score");
  await page.click(".ms-again");
  seen.again = await one.evaluate((ask) => [ask.dataset.done ?? "", ask.querySelectorAll(":checked").length]);
  // the keyboard chooses without being judged, then answers
  await page.keyboard.press("Space");
  seen.waiting = await one.evaluate((ask) => ask.dataset.done ?? "");
  for (let step = 0; step < 4 && !(await one.$("[data-right]:checked")); step += 1) {
    await page.keyboard.press("ArrowDown");
  }
  seen.submit = await shown(page, ".ms-submit");
  await page.keyboard.press("Enter");
  seen.right = await one.evaluate((ask) => ask.dataset.done ?? "");
  seen.end = await text(page, ".ms-score");
  seen.kept = await page.evaluate(() => localStorage.length);
  return seen;
}

/* One question at a time: the thread tells how each went, and any of them can be opened. */
async function thread(page, { path }) {
  const seen = {};
  const states = () =>
    page.$$eval(".ms-knots li", (all) => all.map((one) => one.dataset.done ?? "open"));
  const asks = () => page.$$eval(".ms-ask", (all) => all.map((one) => one.checkVisibility()));
  await open(page, plan.root + path);
  seen.first = [await asks(), await states(), await shown(page, ".ms-next")];
  await page.click(".ms-ask:nth-of-type(1) [data-right]");
  seen.answered = [await states(), await shown(page, ".ms-next")];
  await page.click(".ms-next");
  seen.next = await asks();
  seen.focus = await page.evaluate(() => document.activeElement.closest(".ms-ask")?.id);
  await page.click(".ms-ask:nth-of-type(2) input:not([data-right])");
  seen.end = [await states(), await text(page, ".ms-score"), await text(page, ".ms-numeral"), await shown(page, ".ms-next")];
  seen.names = await page.$$eval(".ms-knots a", (all) => all.map((one) => one.ariaLabel));
  await page.click(".ms-knots li:first-child a");
  seen.back = await asks();
  await page.click(".ms-every");
  seen.every = await asks();
  await page.click(".ms-again");
  seen.again = [await states(), await text(page, ".ms-score")];
  const last = await page.$eval(".ms-ask:nth-of-type(2)", (one) => one.id);
  await page.goto("about:blank");
  await open(page, `${plan.root}${path}#${last}`);
  seen.named = await asks();
  return seen;
}

/* Without scripts everything is there, and answers lie in folds. */
async function unscripted(page, { path }) {
  await open(page, plan.root + path, { scripts: false });
  const count = (selector) => shown(page, selector);
  return {
    asks: await count(".ms-ask"),
    folds: await count(".ms-ask details summary"),
    knots: await count(".ms-knots a"),
    buttons: await count(".ms-quiz button"),
  };
}

async function term(page, { path }) {
  const seen = {};
  await open(page, plan.root + path);
  const link = await page.$("a.ms-term");
  await link.click();
  seen.meaning = await text(page, ".ms-meaning");
  seen.focus = await page.evaluate(() => document.activeElement.className);
  seen.wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.keyboard.press("Escape");
  seen.closed = (await page.$(".ms-meaning")) === null;
  seen.back = await link.evaluate((one) => one === document.activeElement);
  await link.click();
  await Promise.all([page.waitForNavigation(), link.click()]);
  seen.arrived = page.url().slice(plan.root.length);
  return seen;
}

async function pair(page, { path }) {
  await open(page, plan.root + path);
  const range = await page.$(".ms-slide input");
  await range.focus();
  await page.keyboard.press("ArrowRight");
  return {
    value: await range.evaluate((one) => one.value),
    said: await range.evaluate((one) => one.getAttribute("aria-valuetext")),
    clip: await page.$eval(".ms-photo-now img", (one) => getComputedStyle(one).clipPath),
    pairs: await shown(page, ".ms-slide input"),
    sound: await page.$eval("audio", (one) => [one.preload, one.readyState]),
  };
}

/* A device with one voice that says each sentence at once. */
async function aloud(page, { path, voice }) {
  await page.evaluateOnNewDocument((lang) => {
    const said = [];
    const speech = {
      said,
      getVoices: () => (lang ? [{ lang, name: "test" }] : []),
      speak(words) { said.push(words.text); setTimeout(() => words.onend(), 5); },
      cancel() {},
      addEventListener() {},
    };
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = function utterance(words) { this.text = words; };
  }, voice);
  await open(page, plan.root + path);
  const button = await page.$("[data-read]");
  const ready = await button.evaluate((one) => one.checkVisibility({ visibilityProperty: true }));
  if (!ready) return { ready };
  const label = await button.evaluate((one) => one.textContent.trim());
  await button.evaluate((one) => one.click());
  const running = await button.evaluate((one) => one.textContent.trim());
  await page.waitForFunction(() => !document.querySelector(".ms-reading"));
  return { ready, label, running, said: await page.evaluate(() => speechSynthesis.said) };
}

/* Without scripts the address of a topic narrows by style. */
async function topic(page, { path, topic: wanted, items }) {
  await open(page, plan.root + path, { scripts: false });
  const before = await shown(page, items);
  await page.click(`a[href="${wanted}"]`);
  return { all: before, topic: await shown(page, items) };
}

const PARTS = { filter, topic, place, quiz, thread, unscripted, term, pair, aloud };

report(
  await withBrowser(async (browser) => {
    const seen = [];
    for (const { part, width = 1280, scripts = true, ...rest } of plan.uses) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height: 900 });
      await page.setJavaScriptEnabled(scripts);
      seen.push(await PARTS[part](page, rest));
      await context.close();
    }
    return seen;
  }),
);

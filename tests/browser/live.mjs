/* A page open in the live preview while files change. Plan: root, path, at (how far it is scrolled),
   steps [{write: {file: text}, wait: "page" | "box" | "clear" | "styles", has}], pages. Report: for each
   step what is seen, and the milliseconds from the save until it was. */
import { readFileSync, writeFileSync } from "node:fs";
import { open, readPlan, report, withBrowser } from "./chrome.mjs";
import { watch } from "./ears.mjs";

const plan = await readPlan();

/** What is seen on the page; runs in it. */
function look() {
  const root = document.querySelector("ms-live")?.shadowRoot;
  const box = root?.querySelector("section");
  return {
    text: document.querySelector("main").textContent,
    box: box?.checkVisibility() ? box.innerText : "",
    marked: root?.querySelector("mark")?.textContent ?? "",
    shade: box ? getComputedStyle(box.parentElement).position : "",
    ground: getComputedStyle(document.body).backgroundColor,
    born: performance.timeOrigin,
    scroll: Math.round(scrollY),
  };
}

/** Ask until the page answers `wanted`; a page that is just leaving answers nothing. */
async function until(page, wanted) {
  const limit = Date.now() + 60_000;
  for (;;) {
    const seen = await page.evaluate(look).catch(() => null);
    if (seen && wanted(seen)) return seen;
    if (Date.now() > limit) throw new Error(`never seen; last: ${JSON.stringify(seen)?.slice(0, 600)}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

const WANTED = {
  page: (step) => (seen) => seen.text.includes(step.has) && !seen.box,
  box: (step) => (seen) => seen.shade === "fixed" && seen.box.includes(step.has),
  clear: () => (seen) => !seen.box,
  styles: (step) => (seen) => seen.ground === step.has,
};

/** Where the page stands when its late scripts have come and what they added is laid out. */
async function settled(page) {
  await page.waitForFunction(() => document.documentElement.dataset.js === "ready");
  return page.evaluate(async () => {
    for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
    return Math.round(scrollY);
  });
}

async function take(page, step) {
  const [[file, change]] = Object.entries(step.write);
  const text = change.text ?? readFileSync(file, "utf-8").replace(change.from, change.to);
  const start = performance.now();
  writeFileSync(file, text);
  const seen = await until(page, WANTED[step.wait](step));
  const took = performance.now() - start;
  return { ...seen, text: "", took, scroll: await settled(page) };
}

report(
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const heard = await watch(page, plan.root);
    await open(page, plan.root + plan.path);
    await page.evaluate((at) => scrollTo({ top: at, behavior: "instant" }), plan.at ?? 0);
    const first = { ...(await page.evaluate(look)), text: "" };
    const steps = [];
    for (const step of plan.steps) steps.push(await take(page, step));
    return { first, steps, ...heard };
  }),
);

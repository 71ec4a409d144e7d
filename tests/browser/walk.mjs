/* Walks pages as a reader does: opens each, looks at what is shown, goes on by its menu.
   Plan: root, pages [{path, width}], scripts, press, follow. Report: one entry a page. */
import { inParallel, open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";
import { pressButtons, takeMenuLink } from "./hands.mjs";
import { look, tooWide } from "./eyes.mjs";
import { watch } from "./ears.mjs";

const plan = await readPlan();

// a line set anew when its letters come may be a pixel wider
const SEEN = 0.005;

/** Add up how far what was painted moves by itself (Layout Instability API). */
function noteShifts() {
  window.msShift = 0;
  const add = (list) => list.getEntries().forEach((one) => { window.msShift += one.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
}

async function visit(page, { path, width }, index) {
  const heard = await watch(page, plan.root);
  await page.setJavaScriptEnabled(plan.scripts);
  await page.setViewport({ width, height: 900 });
  if (plan.scripts) await page.evaluateOnNewDocument(noteShifts);
  const response = await open(page, plan.root + path, { scripts: plan.scripts });
  const moved = await page.evaluate(() => window.msShift ?? 0); // before looking unfolds anything
  const shift = moved < SEEN ? 0 : moved;
  const seen = await page.evaluate(look);
  const wide = await page.evaluate(tooWide);
  if (plan.press) await pressButtons(page);
  const next = plan.follow ? await takeMenuLink(page, index) : null;
  return { path, width, status: response.status(), ...seen, wide, shift, next, ...heard };
}

report(
  await withBrowser((browser) =>
    inParallel(plan.pages, (one, index) =>
      withPage(browser, async (page, context) => {
        const seen = await visit(page, one, index);
        return { ...seen, cookies: await context.cookies() };
      }),
    ),
  ),
);

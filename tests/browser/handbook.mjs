/* Pictures for the editors' handbook. Plan: shots [{url | html, out, width, height, at (what stands
   at the top), wait (what must be true of the page first)}]. */
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();

const PATIENCE = 120_000; // milliseconds, for the page to say what was written last

/** Open a page again and again until it shows what it should: it may still be in the making. */
async function settle(page, shot) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    await open(page, shot.url);
    const there = await page.waitForFunction(shot.wait, { timeout: 5_000 }).catch(() => null);
    if (there) return;
    if (Date.now() > end) throw new Error(`${shot.url}: ${shot.wait}`);
  }
}

/** Wait for the pictures that are in sight. */
function seen() {
  const inSight = (one) => one.getBoundingClientRect().top < innerHeight;
  return [...document.images].filter(inSight).every((one) => one.complete && one.naturalWidth);
}

async function shoot(page, shot) {
  await page.setViewport({ width: shot.width, height: shot.height });
  if (shot.html) await page.setContent(shot.html);
  else await settle(page, shot);
  if (shot.at) {
    await page.evaluate((at) => {
      const top = document.querySelector(at).getBoundingClientRect().top + scrollY;
      scrollTo({ top: top - 90, behavior: "instant" });
    }, shot.at);
  }
  await page.waitForFunction(seen, { timeout: PATIENCE });
  await new Promise((ready) => setTimeout(ready, 700)); // what comes softly has come
  const height = shot.html ? await page.evaluate(() => document.body.offsetHeight) : shot.height;
  const clip = { x: 0, y: 0, width: shot.width, height: Math.min(height, shot.height) };
  await page.screenshot({ path: shot.out, ...(shot.html ? { clip } : {}) });
}

report(
  await withBrowser(async (browser) => {
    for (const shot of plan.shots) await withPage(browser, (page) => shoot(page, shot));
    return plan.shots.length;
  }),
);

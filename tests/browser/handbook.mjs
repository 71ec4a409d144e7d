/* Pictures for the editors' handbook. Plan: shots [{url | html, out, width, height, at (what stands
   at the top), wait (what must be there first)}]. */
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();

async function shoot(page, shot) {
  await page.setViewport({ width: shot.width, height: shot.height });
  if (shot.html) await page.setContent(shot.html);
  else await open(page, shot.url);
  if (shot.wait) await page.waitForFunction(shot.wait, { timeout: 60_000 });
  if (shot.at) {
    await page.evaluate((at) => {
      const top = document.querySelector(at).getBoundingClientRect().top + scrollY;
      scrollTo({ top: top - 90, behavior: "instant" });
    }, shot.at);
  }
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

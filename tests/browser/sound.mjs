/* A recording on a kiosk: what it does by itself, by a touch of the bar's key, and turned up.
   Plan: root, page. Report: one entry for each. */
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();

report(
  await withBrowser((browser) =>
    withPage(browser, async (page) => {
      await page.setOfflineMode(true);
      await page.setViewport({ width: 1080, height: 1920, hasTouch: true });
      await open(page, plan.root + plan.page);
      const isPlaying = () => page.$eval("main audio", (one) => !one.paused);
      const touch = async (wanted) => {
        await page.tap('[data-key="listen"]');
        await page.waitForFunction((playing) => document.querySelector("main audio").paused !== playing, { timeout: 5000 }, wanted).catch(() => {});
        return isPlaying();
      };
      const before = await page.$eval("main audio", ({ paused, autoplay, volume }) =>
        ({ paused, autoplay, volume, spoken: document.documentElement.dataset.volume }));
      const touched = await touch(true);
      const loudness = await page.$eval("main audio", async (one) => {
        const softened = new Promise((resolve) => { one.onvolumechange = () => { if (one.volume < 1) resolve(); }; });
        one.volume = 1;
        await softened;
        return one.volume;
      });
      return { before, touched, "turned up": loudness, "touched again": await touch(false) };
    }),
  ),
);

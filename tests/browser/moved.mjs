/* Opens old addresses with scripts off and waits to be led on.
   Plan: roots, paths. Report: where each led, by root and path. */
import { setTimeout as pause } from "node:timers/promises";
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();
const TRIES = 200;

async function follow(page, url) {
  await page.setJavaScriptEnabled(false);
  await open(page, url, { scripts: false });
  for (let tried = 0; page.url() === url && tried < TRIES; tried++) await pause(50);
  return page.url();
}

report(
  await withBrowser(async (browser) => {
    const led = [];
    for (const root of plan.roots) {
      for (const path of plan.paths) led.push(await withPage(browser, (page) => follow(page, root + path)));
    }
    return led;
  }),
);

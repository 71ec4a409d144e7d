/* Opens an address that does not exist. Plan: root, path. Report: status, failed, home, styled. */
import { open, readPlan, report, withBrowser } from "./chrome.mjs";
import { watch } from "./ears.mjs";

const plan = await readPlan();

report(
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    const heard = await watch(page, plan.root);
    const response = await open(page, plan.root + plan.path);
    return {
      ...heard,
      status: response.status(),
      home: await page.$eval("main a", (one) => one.href),
      styled: await page.evaluate(() =>
        [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0),
      ),
    };
  }),
);

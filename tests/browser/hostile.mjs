/* Opens pages whose words are hostile, and searches them. Plan: root, pages, query.
   Report: one entry a page (what ran, what was refused or asked for), and how many results were drawn. */
import { inParallel, open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";
import { watch } from "./ears.mjs";

const plan = await readPlan();

async function visit(page, path) {
  const heard = await watch(page, plan.root);
  await page.evaluateOnNewDocument(() => { window.x = () => { window.ran = (window.ran ?? 0) + 1; }; });
  const dialogs = [];
  page.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
  await open(page, plan.root + path);
  let drawn = 0;
  if (plan.query) {
    await page.keyboard.press("/");
    await page.waitForSelector("dialog.ms-search[data-ready]");
    await page.keyboard.type(plan.query);
    await page.waitForSelector("dialog [role=option]");
    await page.waitForFunction(() => document.querySelector("dialog .ms-hit-text"));
    drawn = await page.$$eval("dialog [role=option]", (all) => all.length);
  }
  const ran = await page.evaluate(() => window.ran ?? 0);
  const planted = await page.$$eval("img[src='x'], [onerror], [href^='javascript:']", (all) => all.length);
  return { path, ran, planted, drawn, dialogs, ...heard };
}

report(
  await withBrowser((browser) =>
    inParallel(plan.pages, (path) => withPage(browser, (page) => visit(page, path))),
  ),
);

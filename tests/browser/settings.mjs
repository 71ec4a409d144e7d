/* Chooses theme and text size in the header, and looks whether they hold.
   Plan: root, pages [first, next]. Report: themes, grounds, sizes. */
import { open, readPlan, report, withBrowser } from "./chrome.mjs";
import { visible } from "./hands.mjs";

const plan = await readPlan();
const [first, next] = plan.pages.map((path) => plan.root + path);

const theme = (page) => page.$eval("html", (one) => one.getAttribute("data-theme"));
const colours = (page) =>
  page.$eval("body", (one) => {
    const style = getComputedStyle(one);
    return `${style.backgroundColor} ${style.color} ${style.getPropertyValue("--link")}`;
  });
const size = (page) => page.$eval("main p", (one) => parseFloat(getComputedStyle(one).fontSize));

async function press(page, selector) {
  const button = await page.$(selector);
  if (!(await visible([button])).length) {
    const fold = await button.evaluateHandle((one) => one.closest("details"));
    await (await fold.$("summary")).click();
  }
  await button.click();
}

async function throughThemes(page) {
  const themes = {};
  const grounds = {};
  for (const name of ["light", "dark", "contrast"]) {
    await open(page, first);
    await press(page, `[data-theme-set="${name}"]`);
    const seen = [await theme(page)];
    grounds[name] = await colours(page);
    await page.reload();
    seen.push(await theme(page));
    await open(page, next);
    seen.push(await theme(page));
    if (name !== "light") themes[name] = seen;
  }
  return { themes, grounds };
}

async function throughSizes(page) {
  const sizes = [];
  for (const step of ["-1", "0", "1"]) {
    await open(page, next);
    await press(page, `[data-size-step="${step}"]`);
    sizes.push(await size(page));
    if (step === "-1") await press(page, '[data-size-step="0"]');
  }
  await page.reload();
  return [...sizes, await size(page)];
}

report(
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    return { ...(await throughThemes(page)), sizes: await throughSizes(page) };
  }),
);

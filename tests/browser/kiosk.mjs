/* A kiosk as visitors touch it: no network, from file://, a screen of a fixed size, fingers only.
   Plan: root, pages, screen [width, height], keys. Report: one entry a page. */
import { inParallel, open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";
import { watch } from "./ears.mjs";
import { look, tooWide } from "./eyes.mjs";

const plan = await readPlan();
const [width, height] = plan.screen;

/** The controls of the bar, and every target that is narrower or lower than a finger needs. */
function measure(least) {
  const bar = [...document.querySelectorAll(".ms-kiosk-bar :is(a, button)")];
  const targets = "nav a, .ms-chip, .ms-kiosk-doors a, .ms-ways a, main summary, dialog button, .ms-keys button";
  const small = [...bar, ...document.querySelectorAll(targets)]
    .filter((one) => one.checkVisibility() && !one.closest(".ms-crumbs"))
    .filter((one) => { const box = one.getBoundingClientRect(); return box.width < least || box.height < least; });
  return {
    bar: bar.map((one) => one.dataset.key || one.getAttribute("lang") || (one.hasAttribute("data-search") ? "search" : "home")),
    top: bar.length ? Math.min(...bar.map((one) => one.getBoundingClientRect().top)) / innerHeight : null,
    small: small.slice(0, 5).map((one) => one.outerHTML.slice(0, 120)),
    ways: [...document.querySelectorAll("a[href]")].map((one) => one.href).filter((href) => !href.startsWith("file:")),
  };
}

report(
  await withBrowser((browser) =>
    inParallel(plan.pages, (path) =>
      withPage(browser, async (page) => {
        const heard = await watch(page, plan.root);
        await page.setOfflineMode(true);
        await page.setViewport({ width, height, hasTouch: true, isMobile: false });
        await open(page, plan.root + path);
        const seen = await page.evaluate(look);
        return { path, ...seen, wide: await page.evaluate(tooWide), ...(await page.evaluate(measure, plan.least)), ...heard };
      }),
    ),
  ),
);

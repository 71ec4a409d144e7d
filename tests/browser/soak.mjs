/* Ten thousand actions of visitors on one kiosk, one after another in one window, as in months of use.
   Plan: root, screen, actions, seed. Report: memory at the beginning and the end, and where it stuck. */
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();
const [width, height] = plan.screen;
let state = plan.seed;
const chance = (most) => { // xorshift: the same seed, the same visitors
  state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
  return Math.abs(state) % most;
};

/** What a visitor may touch now: a control in sight, anything on a page, or nothing but a swipe. */
async function act(page) {
  const kind = chance(10);
  if (kind < 2) {
    await page.mouse.wheel({ deltaY: (chance(5) - 2) * 400 });
    return;
  }
  const reach = "dialog[open] button, dialog[open] a, .ms-kiosk-bar a, .ms-kiosk-bar button:not(:disabled), main a[href], main button, main label, main summary";
  const target = await page.evaluate((wanted, choice) => {
    const open = document.querySelector("dialog[open]");
    const all = [...document.querySelectorAll(wanted)].filter((one) => (!open || open.contains(one)) && one.checkVisibility());
    if (!all.length) return [innerWidth / 2, innerHeight / 2];
    const one = all[choice % all.length];
    one.scrollIntoView({ block: "center" });
    const box = one.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + Math.min(box.height, 60) / 2];
  }, reach, chance(1 << 20));
  await page.touchscreen.tap(Math.max(1, Math.min(width - 1, target[0])), Math.max(1, Math.min(height - 1, target[1])));
}

const heap = async (session) => {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((one) => one.name === "JSHeapUsedSize").value;
};

report(
  await withBrowser((browser) =>
    withPage(browser, async (page) => {
      const session = await page.createCDPSession();
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error.message).slice(0, 200)));
      await session.send("Performance.enable");
      await page.setOfflineMode(true);
      await page.setViewport({ width, height, hasTouch: true });
      await open(page, plan.root + "man-hinh-cho.html");
      const sizes = [];
      const stuck = [];
      for (let done = 0; done < plan.actions; done += 1) {
        await act(page).catch(() => {}); // a page that goes away while it is touched
        if (done % 500 === 499) {
          // a fresh start must be possible from wherever the visitor is
          await page.goto(plan.root + "index.html").catch(() => {});
          const whole = await page.evaluate(() => Boolean(document.querySelector(".ms-kiosk-doors a")) && !document.querySelector("dialog[open]"));
          if (!whole) stuck.push(done);
          sizes.push(await heap(session));
        }
      }
      const pages = (await browser.pages()).length;
      return { sizes, stuck, errors, pages };
    }),
  ),
);

/* Ten thousand actions of visitors on one kiosk, one after another in one window, as in months of use.
   Plan: root, screen, actions, seed. Report, every 500 actions: heaps (bytes of the page's scripts), sizes
   (kB of all the browser's processes, shared pages by their share); where a page did not answer in
   twenty seconds, or a visitor could not begin anew by touching Home; how often an answer was lost. */
import { readdirSync, readFileSync } from "node:fs";
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();
const [width, height] = plan.screen;
let state = plan.seed;
const chance = (most) => { // xorshift: the same seed, the same visitors
  state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
  return Math.abs(state) % most;
};

/* Asked of the browser's protocol itself: while one page gives way to the next, puppeteer's own calls may
   wait for a page that never comes. */
async function ask(session, work, ...values) {
  const expression = `(${work})(${values.map((one) => JSON.stringify(one)).join(",")})`;
  const { result } = await session.send("Runtime.evaluate", { expression, returnByValue: true });
  return result.value;
}

async function tap(session, [x, y]) {
  const point = { x: Math.max(1, Math.min(width - 1, x)), y: Math.max(1, Math.min(height - 1, y)) };
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const within = (work, most) => Promise.race([work, settle(most).then(() => { throw new Error("no answer"); })]);

/** Where one of the targets in sight is; of an open dialog only. */
function find(wanted, choice) {
  const open = document.querySelector("dialog[open]");
  const all = [...document.querySelectorAll(wanted)].filter((one) => (!open || open.contains(one)) && one.checkVisibility());
  if (!all.length) return [innerWidth / 2, innerHeight / 2];
  const one = all[choice % all.length];
  one.scrollIntoView({ block: "center" });
  const box = one.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + Math.min(box.height, 60) / 2];
}

/** What a visitor may do now: touch a control in sight or anything on a page, or swipe. */
async function act(session) {
  if (chance(10) < 2) {
    await ask(session, (distance) => scrollBy(0, distance), (chance(5) - 2) * 400);
    return;
  }
  const reach = "dialog[open] button, dialog[open] a, .ms-kiosk-bar a, .ms-kiosk-bar button:not(:disabled), main a[href], main button, main label, main summary";
  await tap(session, await ask(session, find, reach, chance(1 << 20)));
}

const heap = async (session) => {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((one) => one.name === "JSHeapUsedSize").value;
};

/** The memory of a process and all that it started, in kB. */
function memory(pid) {
  const parents = new Map();
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    try {
      parents.set(Number(name), Number(readFileSync(`/proc/${name}/stat`, "utf8").replace(/^.*\) \S /s, "").split(" ")[0]));
    } catch { /* it has ended */ }
  }
  const isOurs = (one) => one === pid || (parents.has(one) && isOurs(parents.get(one)));
  let sum = 0;
  for (const one of parents.keys()) {
    if (!isOurs(one)) continue;
    try { sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, "utf8"))[1]); } catch { /* it has ended */ }
  }
  return sum;
}

/** What is to be seen where no home page comes. */
function describe() {
  const home = document.querySelector(".ms-kiosk-bar a");
  const box = home?.getBoundingClientRect();
  const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 60) / 2);
  return [document.readyState, home?.href, hit?.outerHTML.slice(0, 100), document.querySelectorAll("dialog[open]").length].join(" | ");
}

/** As the next visitor: leave what is open by its own button, touch Home; true when the home page is there. */
async function beginAnew(session) {
  const isOpen = () => Boolean(document.querySelector("dialog[open]"));
  const isHome = () => document.readyState === "complete" && Boolean(document.querySelector(".ms-kiosk-doors a")) && !document.querySelector("dialog[open]");
  for (let tries = 0; tries < 50; tries += 1) {
    if (tries % 15 === 0) { // a touch that met a page on its way out went with it: a visitor touches again
      if (await ask(session, isOpen)) await tap(session, await ask(session, find, "dialog[open] button", 0));
      await tap(session, await ask(session, find, ".ms-kiosk-bar a", 0)); // the resting screen has none: anywhere will do
    }
    if (await ask(session, isHome)) return true;
    await settle(100);
  }
  return ask(session, describe);
}

report(
  await withBrowser((browser) =>
    withPage(browser, async (page) => {
      const session = await page.createCDPSession();
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error.message).slice(0, 200)));
      page.on("requestfailed", (one) => { if (!/ERR_ABORTED/.test(one.failure().errorText)) errors.push(one.url()); });
      await session.send("Performance.enable");
      await page.setOfflineMode(true);
      await page.setViewport({ width, height, hasTouch: true });
      await open(page, plan.root + "man-hinh-cho.html");
      await session.send("Page.resetNavigationHistory"); // a launched kiosk has no empty page behind its first
      const heaps = [];
      const sizes = [];
      const stuck = [];
      const unanswered = [];
      let lost = 0;
      for (let done = 1; done <= plan.actions; done += 1) {
        await within(act(session), 10_000).catch(async (error) => {
          if (!/no answer/.test(error.message)) return;
          // the protocol may lose an answer while one page gives way to the next; a page that hangs gives none now either
          await within(ask(session, () => 1), 10_000).then(() => { lost += 1; }, () => unanswered.push(done));
        });
        if (done % 500) continue;
        const whole = await within(beginAnew(session), 30_000).catch((error) => String(error.message).slice(0, 200));
        if (whole !== true) stuck.push([done, page.url(), whole]);
        heaps.push(await heap(session));
        sizes.push(memory(browser.process().pid));
      }
      const pages = (await browser.pages()).length;
      return { heaps, sizes, stuck, unanswered, lost, errors, pages };
    }), ["--disable-features=Translate,BackForwardCache"]), // as the launchers start it
);

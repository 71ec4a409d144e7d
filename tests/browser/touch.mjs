/* One visitor's ways through a kiosk, each in a page of its own. Plan: root, screen. Report by name. */
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();
const [width, height] = plan.screen;
const rest = (page) => page.url().endsWith("man-hinh-cho.html");
const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A clock that the test winds: timers and performance.now, as the page sees them. */
function fakeClock() {
  let now = 0;
  const timers = [];
  performance.now = () => now;
  window.setInterval = (work, every) => timers.push({ work, every, due: now + every });
  window.wind = (seconds) => {
    for (const end = now + seconds * 1000; now < end; ) {
      now += 500;
      timers.filter((one) => one.due <= now).forEach((one) => { one.due += one.every; one.work(); });
    }
  };
}

async function at(browser, path, work, { clock = false } = {}) {
  return withPage(browser, async (page) => {
    await page.setOfflineMode(true);
    await page.setViewport({ width, height, hasTouch: true });
    if (clock) await page.evaluateOnNewDocument(fakeClock);
    await open(page, plan.root + path);
    return work(page);
  });
}

const asks = (page) => page.$eval("[data-idle]", (one) => one.open);

const idle = (page) => page.evaluate(() => { localStorage.setItem("ms-size", "2"); });

const ways = {
  "asks after a minute": (browser) => at(browser, "index.html", async (page) => {
    const before = (await page.evaluate(() => wind(59)), await asks(page));
    await page.evaluate(() => wind(2));
    return [before, await asks(page), await page.$eval("[data-seconds]", (one) => one.textContent)];
  }, { clock: true }),

  "a touch stays": (browser) => at(browser, "index.html", async (page) => {
    await page.evaluate(() => wind(65));
    await page.tap("[data-idle] button");
    const closed = !(await asks(page));
    await page.evaluate(() => wind(50));
    return [closed, await asks(page), rest(page)];
  }, { clock: true }),

  "forgets and rests": (browser) => at(browser, "thanh-tuu/kinh-te.html", async (page) => {
    await idle(page);
    const leaving = page.waitForNavigation({ timeout: 10_000 });
    await page.evaluate(() => wind(81)).catch(() => {});
    await leaving;
    return [rest(page), await page.evaluate(() => localStorage.getItem("ms-size"))];
  }, { clock: true }),

  "waits while somebody listens": (browser) => at(browser, "index.html", async (page) => {
    await page.evaluate(() => {
      Object.defineProperty(speechSynthesis, "speaking", { get: () => window.speaks, configurable: true });
      window.speaks = true;
      wind(300);
    });
    const during = [await asks(page), rest(page)];
    await page.evaluate(() => { window.speaks = false; wind(62); });
    return [...during, await asks(page)];
  }, { clock: true }),

  "slides change and move": (browser) => at(browser, "man-hinh-cho.html", async (page) => {
    const state = () => page.evaluate(() => [
      [...document.querySelectorAll(".ms-slide")].findIndex((one) => one.hasAttribute("data-on")),
      document.querySelector(".ms-rest").style.getPropertyValue("--x"),
    ]);
    const first = await state();
    await page.evaluate(() => wind(11));
    const second = await state();
    await page.evaluate(() => wind(2000));
    const shown = await page.$$eval(".ms-slide[data-on]", (all) => all.length);
    return [first, second, shown];
  }, { clock: true }),

  "a touch begins": (browser) => at(browser, "man-hinh-cho.html", async (page) => {
    const leaving = page.waitForNavigation({ timeout: 10_000 });
    await page.touchscreen.tap(width / 2, height / 2);
    await leaving;
    return page.url().slice(plan.root.length);
  }),

  "telex": (browser) => at(browser, "index.html", (page) => page.evaluate((words) => words.map((keys) => window.msTelex(keys)), plan.telex)),

  "search by touch": (browser) => at(browser, "index.html", async (page) => {
    await page.tap("[data-search]");
    await page.waitForSelector(".ms-keys button", { timeout: 10_000 });
    for (const letter of "ddieenj") {
      const key = await page.evaluateHandle((name) => [...document.querySelectorAll(".ms-keys button")].find((one) => one.textContent === name), letter);
      await key.tap();
    }
    const typed = await page.$eval("dialog.ms-search input", (one) => [one.value, one.inputMode]);
    await page.waitForSelector(".ms-hit", { timeout: 10_000 });
    const hits = await page.$$eval(".ms-hit", (all) => all.length);
    await page.tap(".ms-close");
    return [...typed, hits > 0, await page.$eval("dialog.ms-search", (one) => one.open)];
  }),

  "an address to take along": (browser) => at(browser, plan.outside, async (page) => {
    await page.evaluate(() => document.querySelector("[data-away]").scrollIntoView({ block: "center" }));
    await page.tap("[data-away]");
    await page.waitForSelector("[data-code] svg path", { timeout: 10_000 });
    return page.evaluate(() => [
      document.querySelector("[data-away]").dataset.away,
      document.querySelector("[data-code] svg").getAttribute("viewBox"),
      document.querySelector("[data-code] path").getAttribute("d"),
    ]);
  }),

  "size and contrast": (browser) => at(browser, "thanh-tuu/kinh-te.html", async (page) => {
    const size = () => page.$eval("main p", (one) => parseFloat(getComputedStyle(one).fontSize));
    const before = await size();
    await page.tap('[data-key="size"]');
    const after = await size();
    await page.tap('[data-key="contrast"]');
    return [after > before, await page.evaluate(() => document.documentElement.dataset.theme)];
  }),

  "language and back": (browser) => at(browser, "thanh-tuu/kinh-te.html", async (page) => {
    await Promise.all([page.waitForNavigation(), page.tap(".ms-kiosk-bar a[hreflang]")]);
    const other = page.url().slice(plan.root.length);
    await page.waitForFunction(() => document.documentElement.dataset.js === "ready"); // scripts come after the paint
    await Promise.all([page.waitForNavigation(), page.tap('[data-key="back"]')]);
    return [other, page.url().slice(plan.root.length)];
  }),

  "back stays in the visit": (browser) => at(browser, "index.html", async (page) => {
    const isNew = () => !window.msFormer && document.documentElement.dataset.js === "ready";
    const go = async (way) => { // a step inside a page is a navigation too, so the page itself says that it is another
      await page.evaluate(() => { window.msFormer = true; });
      await way();
      await page.waitForFunction(isNew);
    };
    await page.waitForFunction(isNew);
    await go(() => page.evaluate((url) => { location.href = url; }, plan.root + "thanh-tuu/kinh-te.html"));
    await page.evaluate(() => new Promise((resolve) => { addEventListener("hashchange", resolve); location.hash = "nguon-trang-nay"; }));
    await go(() => page.evaluate((url) => { sessionStorage.clear(); location.replace(url); }, plan.root + "man-hinh-cho.html"));
    await go(() => page.touchscreen.tap(width / 2, height / 2));
    await go(() => page.tap(".ms-kiosk-doors a"));
    const seen = [];
    for (let times = 0; times < 4; times += 1) {
      await go(() => page.tap('[data-key="back"]'));
      seen.push(page.url().slice(plan.root.length));
    }
    return seen;
  }),

  "nothing to pull out": (browser) => at(browser, "index.html", (page) => page.evaluate(() => {
    const refused = (event) => !document.querySelector("main").dispatchEvent(event);
    const made = (Kind, name, values) => new Kind(name, { bubbles: true, cancelable: true, ...values });
    return [
      refused(made(MouseEvent, "contextmenu")),
      refused(made(DragEvent, "dragstart")),
      refused(made(Event, "selectstart")),
      refused(made(WheelEvent, "wheel", { ctrlKey: true })),
      refused(made(KeyboardEvent, "keydown", { key: "F5" })),
      refused(made(KeyboardEvent, "keydown", { key: "p", ctrlKey: true })),
    ];
  })),

  "the mark held for five seconds": (browser) => at(browser, "index.html", async (page) => {
    const mark = await page.$eval("[data-hold]", (one) => { const box = one.getBoundingClientRect(); return [box.x + 20, box.y + 20]; });
    await page.mouse.click(...mark);
    await settle(300);
    const short = page.url().slice(plan.root.length);
    await page.mouse.move(...mark);
    await page.mouse.down();
    await page.waitForNavigation({ timeout: 8000 });
    return [short, page.url().slice(plan.root.length)];
  }),
};

const found = {};
await withBrowser(async (browser) => {
  for (const [name, way] of Object.entries(ways)) {
    found[name] = await way(browser).catch((error) => String(error.message || error).slice(0, 300));
  }
});
report(found);

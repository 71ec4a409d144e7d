/* What every script here begins with: the plan from standard input, a browser, and work side by
   side. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import puppeteer from "puppeteer-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The plan that Python wrote to standard input. */
export async function readPlan() {
  return JSON.parse(await text(process.stdin));
}

/** Hand the result back to Python. */
export function report(result) {
  process.stdout.write(JSON.stringify(result));
}

/** Run `work` with a browser of its own, in a profile that is thrown away; `more` flags beside those of all. */
export async function withBrowser(work, more = []) {
  const profile = mkdtempSync(join(tmpdir(), "microsite-chrome-"));
  try {
    const browser = await puppeteer.launch({
      executablePath: process.env.CHROME,
      headless: true, // --headless=new
      userDataDir: profile,
      args: [...FLAGS, ...more],
      protocolTimeout: 120_000,
    });
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Run `work` with a page that shares nothing with others, in a window of its own: tabs in the
    background do not draw. */
export async function withPage(browser, work) {
  const context = await browser.createBrowserContext();
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Apply `work` to all items, a few at a time; results keep the order of the items. */
export async function inParallel(items, work, lanes = 2) {
  const results = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index], index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Wait for what the first script fetches after the first paint. Asked from here, because a test may
    have taken the page's timers. */
async function untilReady(page) {
  const isReady = () => document.documentElement.dataset.js !== "";
  for (const until = Date.now() + 30_000; !(await page.evaluate(isReady)); ) {
    if (Date.now() > until) throw new Error(`${page.url()}: scripts did not come`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Open `url` and wait until everything it fetches is there. */
export async function open(page, url, { scripts = true } = {}) {
  const response = await page.goto(url, { waitUntil: "load", timeout: 60_000 });
  if (scripts) {
    await untilReady(page);
    await page.evaluate(() => document.fonts.ready.then(() => true));
  }
  return response;
}

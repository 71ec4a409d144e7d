/* How long search takes from being opened, on a slow line with a slow processor.
   Plan: url, door, field, hit (selectors), queries [first, …], slow {latency, bytes, cpu}.
   Report: first and next in milliseconds, and the bytes fetched until the first hit. */
import { open, readPlan, report, withBrowser, withPage } from "./chrome.mjs";

const plan = await readPlan();

/** In the page: open search, type, wait until hits are laid out; milliseconds from opening. */
async function search({ door, field, hit, query }) {
  const frame = () => new Promise(requestAnimationFrame);
  const started = performance.now();
  if (door) document.querySelector(door).click();
  let input = null;
  while (!(input = document.querySelector(field))) await frame();
  const before = document.querySelector(hit);
  input.focus();
  input.value = query;
  for (const name of ["input", "keyup"]) input.dispatchEvent(new Event(name, { bubbles: true }));
  const isDone = () => document.querySelector(hit) && document.querySelector(hit) !== before;
  while (!isDone()) {
    if (performance.now() - started > 30_000) return null;
    await frame();
  }
  document.querySelector(hit).getBoundingClientRect(); // laid out
  return performance.now() - started;
}

async function timed(page) {
  await open(page, plan.url);
  await new Promise((resolve) => setTimeout(resolve, 2000)); // the browser's own pages load meanwhile
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  const { latency, bytes, cpu } = plan.slow;
  await session.send("Network.emulateNetworkConditions", {
    offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  let fetched = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => { fetched += encodedDataLength; });
  const [query, ...others] = plan.queries;
  const first = await page.evaluate(search, { ...plan, query });
  const weight = fetched;
  const next = [];
  for (const other of others) next.push(await page.evaluate(search, { ...plan, door: "", query: other }));
  return { first, next, weight };
}

report(await withBrowser((browser) => withPage(browser, timed)));

/* One run of Lighthouse, as a phone on a slow line (simulated), in a browser of its own.
   Plan: url, categories, skip. Report: the numbers, and the audits that were not passed. */
import lighthouse from "lighthouse";
import { readPlan, report, withBrowser } from "./chrome.mjs";

const plan = await readPlan();

function failures({ categories, audits }) {
  const failed = ({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9;
  return Object.values(categories).flatMap((category) =>
    category.auditRefs.filter(failed).map((ref) => `${category.id}: ${ref.id}`),
  );
}

report(
  await withBrowser(async (browser) => {
    const flags = {
      logLevel: "error",
      formFactor: "mobile",
      throttlingMethod: "simulate",
      onlyCategories: plan.categories,
      skipAudits: plan.skip,
    };
    const { lhr } = await lighthouse(plan.url, flags, undefined, await browser.newPage());
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const number = (id) => lhr.audits[id].numericValue;
    const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(100 * score)]);
    return {
      benchmark: lhr.environment.benchmarkIndex,
      bytes: number("total-byte-weight"),
      fcp: number("first-contentful-paint"),
      lcp: number("largest-contentful-paint"),
      tbt: number("total-blocking-time"),
      cls: number("cumulative-layout-shift"),
      scores: Object.fromEntries(scores),
      failures: failures(lhr),
    };
  }),
);

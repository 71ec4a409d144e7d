/* The web form on a repository of a host, used as an editor does: in with a token, then edits.
   Plan: root, start, token, signIn, edits, save, propose, shots (a folder), as in admin.mjs; patience
   (milliseconds) for signing in.
   Report: what was asked of which machine, what was refused, what the form said. */
import { readPlan, report, withBrowser, withPage } from "./chrome.mjs";
import { act, edit, shoot, watch, WAIT } from "./formhands.mjs";

const plan = await readPlan();

async function work(page) {
  const seen = await watch(page, plan);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(plan.root, { waitUntil: "load", timeout: 60_000 });
  if (plan.shots) await shoot(page, plan, "start");
  await page.waitForFunction(act, WAIT, { press: plan.start });
  if (plan.shots) await shoot(page, plan, "token");
  const box = await page.waitForSelector("dialog input, [role='dialog'] input", WAIT);
  // a box is seen before it listens: typed until every letter is there
  for (let heard = ""; heard !== plan.token; heard = await box.evaluate((one) => one.value)) {
    await box.click({ count: 3 });
    await box.type(plan.token);
  }
  await page.waitForFunction(act, WAIT, { press: plan.signIn });
  const inside = () => location.hash.startsWith("#/collections");
  await page.waitForFunction(inside, { ...WAIT, timeout: plan.patience ?? WAIT.timeout }).catch(async () => {
    if (plan.shots) await shoot(page, plan, "refused");
    throw new Error(await page.evaluate(() => document.body.innerText));
  });
  if (plan.shots) await shoot(page, plan, "list");
  const said = [];
  for (const [number, one] of plan.edits.entries()) said.push(await edit(page, plan, one, number));
  if (plan.shots) await shoot(page, plan, "end");
  return { ...seen, said };
}

report(await withBrowser((browser) => withPage(browser, work)));

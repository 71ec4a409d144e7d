/* What an editor does in the web form, and what is seen meanwhile. */

export const WAIT = { timeout: 60_000, polling: 100 };

/** Do one step in the page; true when what it needs was there. */
export function act(step) {
  const seen = [...document.querySelectorAll("button")].filter((one) => one.checkVisibility());
  // an icon is a word on a line of its own; signs that set a name apart are not read
  const said = (one) => (one.ariaLabel ?? one.innerText.trim()).replace(/^.*\n|[\u2068\u2069]/g, "");
  const press = (words) => seen.find((one) => said(one) === words);
  // what is out of sight is not there yet: go to the field, or as far as fields are there
  const find = (path) => {
    const field = document.querySelector(`[data-key-path="${path}"]`);
    const holder = document.querySelector(`[data-key-path="${path.replace(/\.[^.]*$/, "")}"]`);
    const above = path.split(".").slice(0, 2).join(".");
    const last = [...document.querySelectorAll(`[data-key-path^="${above}."]`)].at(-1);
    const there = field ?? holder ?? last;
    there?.scrollIntoView({ block: "center" });
    return field;
  };
  const entry = (n) => document.querySelector("[id$='-item-list']")?.children[n];
  let target;
  if (step.press) target = press(step.press);
  if (step.open !== undefined) {
    entry(step.open)?.scrollIntoView();
    target = entry(step.open)?.querySelector("button[aria-expanded]");
  }
  if (step.unfold) {
    target = find(step.unfold)?.querySelector(":scope [id$='-item-list'] button[aria-expanded='false']");
  }
  if (step.choose) {
    // few choices are boxes to tick, many are a list that opens
    const field = find(step.choose);
    const boxes = [...(field?.querySelectorAll(".checkbox, .radio") ?? [])];
    const box = boxes
      .find((one) => one.innerText.includes(step.option))
      ?.querySelector("[aria-checked]");
    if (box ? box.ariaChecked === "true" : field?.innerText.includes(step.option)) return true;
    const offered = [...document.querySelectorAll("[role='option']")];
    target = offered.find((one) => one.checkVisibility() && said(one).includes(step.option));
    (box ?? target ?? field?.querySelector("[role='combobox']"))?.click();
    return false; // until it is chosen
  }
  if (step.swap) target = entry(0)?.querySelector("[data-action='move-down']");
  if (step.type) {
    const box = find(step.type)?.querySelector("input, textarea");
    if (!box) return false;
    // typed again until the form has heard it: a box is seen before it listens
    if (box.value === step.text && !press(step.save)?.disabled) return true;
    const kind = Object.getPrototypeOf(box);
    Object.getOwnPropertyDescriptor(kind, "value").set.call(box, step.text);
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return false;
  }
  if (!target || target.disabled) return false;
  target.click();
  return true;
}

/** Do the steps of one edit and save it; return what the form said before. */
export async function edit(page, plan, one, number) {
  const until = (test, what, tell) =>
    page.waitForFunction(test, WAIT, what).catch(async () => {
      const words = await page.evaluate(() => document.body.innerText);
      throw new Error(`${one.route} ${JSON.stringify(tell)}: ${words.slice(-1500)}`);
    });
  await page.evaluate((route) => { location.hash = route; }, one.route);
  for (const [index, step] of one.steps.entries()) {
    await until(act, { ...step, save: plan.save }, step);
    if (plan.shots) await shoot(page, plan, `${number}-${index}`);
  }
  const said = await page.evaluate(() => document.body.innerText);
  await until(act, { press: plan.save }, "save");
  if (plan.propose) await until(act, { press: plan.propose }, "propose");
  await until((route) => location.hash !== route, one.route, "close"); // when the file is written
  return said;
}

export async function shoot(page, plan, name) {
  await new Promise((ready) => setTimeout(ready, 700));
  await page.screenshot({ path: `${plan.shots}/${name}.png` });
}

/** Note what the page asks of which machine, what fails and what its policy refuses; it reads
    Vietnamese. */
export async function watch(page, plan) {
  const seen = { asked: [], foreign: [], failed: [], errors: [], refused: [] };
  page.on("request", (one) => {
    const url = new URL(one.url());
    if (!["http:", "https:", "ws:", "wss:"].includes(url.protocol)) return;
    seen.asked.push(url.pathname);
    if (url.origin !== new URL(plan.root).origin) seen.foreign.push(url.href);
  });
  page.on("response", (one) => { if (one.status() >= 400) seen.failed.push(one.url()); });
  page.on("requestfailed", (one) => seen.failed.push(one.url()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (one) => { if (one.type() === "error") seen.errors.push(one.text()); });
  await page.exposeFunction("tellRefused", (what) => seen.refused.push(what));
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(navigator, "language", { value: "vi-VN" });
    Object.defineProperty(navigator, "languages", { value: ["vi-VN", "vi"] });
    document.addEventListener("securitypolicyviolation", (event) => window.tellRefused(event.blockedURI));
  });
  return seen;
}

/* The web form, used as an editor does. The picker of folders cannot be pressed by a script: it is
   replaced by a folder that the browser keeps for the page (OPFS), of the same kind of handles.
   Plan: root, files {path: text}, edits [{route, steps}], shots (a folder). A step is
   {open: n} the nth entry of the list, {unfold: field} the first item of a list inside it, {type: label, text} into the first such box that is seen,
   {choose: field, option} from what it offers, {swap} the first two entries, {press: words} a
   button.
   Report: what was asked of which machine, what was refused, what the form said before each save,
   and every file afterwards. */
import { readPlan, report, withBrowser, withPage } from "./chrome.mjs";
import { act, edit, shoot, watch, WAIT } from "./formhands.mjs";

const plan = await readPlan();

async function fill(files) {
  const top = await navigator.storage.getDirectory();
  await top.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    const name = names.pop();
    let folder = top;
    for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
    const file = await folder.getFileHandle(name, { create: true });
    const writer = await file.createWritable();
    await writer.write(text);
    await writer.close();
  }
}

async function collect() {
  const found = {};
  const walk = async (folder, before) => {
    for await (const [name, one] of folder.entries()) {
      const path = before + name;
      if (one.kind === "directory") await walk(one, `${path}/`);
      else found[path] = await (await one.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}

async function work(page) {
  const seen = await watch(page, plan);
  await page.evaluateOnNewDocument(() => {
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(plan.root, { waitUntil: "load", timeout: 60_000 });
  await page.evaluate(fill, plan.files);
  if (plan.shots) await shoot(page, plan, "start");
  await page.waitForFunction(act, WAIT, { press: plan.start });
  await page.waitForFunction(() => location.hash.startsWith("#/collections"), WAIT);
  if (plan.shots) await shoot(page, plan, "list");
  const said = [];
  for (const [number, one] of plan.edits.entries()) said.push(await edit(page, plan, one, number));
  return { ...seen, said, files: await page.evaluate(collect) };
}

report(await withBrowser((browser) => withPage(browser, work)));

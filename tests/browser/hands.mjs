/* Uses a page as a reader does: opens menus, follows links, presses buttons. */

/** Those that a reader can see; what lies in a closed fold is not among them. */
export async function visible(handles) {
  const see = (one) => one.checkVisibility({ visibilityProperty: true });
  const shown = await Promise.all(handles.map((one) => one.evaluate(see)));
  return handles.filter((_, index) => shown[index]);
}

/** Follow one link of the main menu, another one for each `index`; say where it led. */
export async function takeMenuLink(page, index) {
  const links = 'header nav a:not([aria-current="page"])';
  let choice = await visible(await page.$$(links));
  if (!choice.length) {
    for (const summary of await visible(await page.$$("header details:has(nav) > summary"))) {
      await summary.click();
    }
    choice = await visible(await page.$$(links));
  }
  if (!choice.length) return { links: 0 };
  const link = choice[index % choice.length];
  const href = await link.evaluate((one) => one.href);
  const leaving = page.waitForNavigation({ waitUntil: "load", timeout: 10_000 }).catch(() => null);
  await link.click();
  await leaving; // without it the address below is not the one of the link
  const heading = await page.$eval("main h1", (one) => one.innerText.trim());
  return { links: choice.length, href, arrived: page.url(), heading };
}

/** Press every button of the page once; none may lead away or fail. */
export async function pressButtons(page, most = 40) {
  await page.evaluate(() => {
    window.print = () => {};
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  for (const button of (await visible(await page.$$("button"))).slice(0, most)) {
    await button.evaluate((one) => one.isConnected && one.click());
  }
}

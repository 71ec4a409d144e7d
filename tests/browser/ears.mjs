/* Listens to a page: console errors, policy violations, failed and foreign requests. */

/** Start listening; the returned lists fill while the page lives. `root` is what is not foreign. */
export async function watch(page, root) {
  const heard = { errors: [], violations: [], failed: [], foreign: [] };
  const session = await page.createCDPSession();
  await session.send("Audits.enable");
  session.on("Audits.issueAdded", ({ issue }) => {
    const found = issue.details.contentSecurityPolicyIssueDetails;
    if (found) heard.violations.push(`${found.violatedDirective}: ${found.blockedURL ?? "inline"}`);
  });
  page.on("console", (said) => {
    if (said.type() === "error") heard.errors.push(`${said.text()} ${said.location().url ?? ""}`);
  });
  page.on("pageerror", (error) => heard.errors.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(root) && !url.startsWith("data:")) heard.foreign.push(url);
  });
  page.on("requestfailed", (request) => {
    heard.failed.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) heard.failed.push(`${response.url()} ${response.status()}`);
  });
  return heard;
}

// Goes through the portal in a real browser, as a guest would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureAppBuilt } from '../lib/buildApp.mjs';
import { eventually } from '../lib/eventually.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { readOptions } from '../lib/options.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { Portal } from '../lib/Portal.mjs';
import { PortalClient } from '../lib/PortalClient.mjs';
import { freePort } from '../lib/ports.mjs';
import { Report } from '../lib/Report.mjs';
import { runMain } from '../lib/runMain.mjs';
import { journey } from './journey.mjs';
import { openBrowser } from './openBrowser.mjs';
import { Visitor } from './Visitor.mjs';

const usage = 'yarn e2e [--json]';
const components = 12;
const folder = fromRoot('test-output/e2e');

await runMain(async () => {
  const { json } = readOptions({ json: { type: 'boolean' } }, usage);
  await ensureInstalled();
  await ensureAppBuilt();
  const browser = await openBrowser();
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  const report = new Report('e2e', { json });
  rmSync(folder, { recursive: true, force: true });
  const portal = new Portal({
    port: await freePort(),
    dataDir,
    logFile: `${folder}/portal.log`,
  });
  try {
    const isUp =
      (await report.check('start the portal', () => portal.ready())) &&
      (await report.check('the catalog is read', () => catalogIsRead(portal)));
    if (isUp) {
      await walk(
        report,
        await Visitor.enter(browser, { url: portal.url, folder }),
      );
    }
  } finally {
    await browser.close();
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  report.finish();
});

/** What the examples hold is read in the background, shortly after the start. */
async function catalogIsRead({ url }) {
  const client = await PortalClient.signIn(url);
  await eventually('the example components', 200, async () =>
    (await client.countEntities('component')) === components ? true : undefined,
  );
}

/** Each step needs the one before; the first that fails ends the walk, with a picture of where it stood. */
async function walk(report, visitor) {
  for (const [name, step] of journey(visitor)) {
    if (await report.check(name, step)) continue;
    await visitor.page.screenshot({ path: `${folder}/failed.png` });
    console.log(
      `see ${folder}/failed.png; console: ${
        visitor.consoleErrors.join('\n') || 'no errors'
      }`,
    );
    return;
  }
}

// Goes through the portal in a real browser, as a guest would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureAppBuilt } from '../lib/buildApp.mjs';
import { eventually } from '../lib/eventually.mjs';
import { Failure } from '../lib/Failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { readList, readOptions } from '../lib/options.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { Portal } from '../lib/Portal.mjs';
import { PortalClient } from '../lib/PortalClient.mjs';
import { freePort } from '../lib/ports.mjs';
import { Report } from '../lib/Report.mjs';
import { runMain } from '../lib/runMain.mjs';
import { entity } from './entity.mjs';
import { forms } from './forms.mjs';
import { jobs } from './jobs.mjs';
import { journey } from './journey.mjs';
import { openBrowser } from './openBrowser.mjs';
import { pages } from './pages.mjs';
import { runs } from './runs.mjs';
import { versions } from './versions.mjs';
import { Visitor } from './Visitor.mjs';
import { webhooks } from './webhooks.mjs';

/** What is done with the portal, each by a visitor of its own. */
const stories = {
  journey,
  webhooks,
  jobs,
  entity,
  runs,
  versions,
  forms,
  pages,
};
const usage = `yarn e2e [--json] [--only ${Object.keys(stories).join(',')}]`;
const components = 12;
const folder = fromRoot('test-output/e2e');

await runMain(async () => {
  const { json, only } = readOptions(
    { json: { type: 'boolean' }, only: { type: 'string' } },
    usage,
  );
  const told = storiesNamed(readList(only));
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
    for (const story of isUp ? told : []) {
      const visitor = await Visitor.enter(browser, { url: portal.url, folder });
      const client = await PortalClient.signIn(portal.url);
      await walk(report, visitor, story(visitor, client));
      await visitor.leave();
    }
  } finally {
    await browser.close();
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  report.finish();
});

/** @param {string[]} names all when it is empty @throws {Failure} when there is no story of a name */
function storiesNamed(names) {
  const unknown = names.filter(name => !(name in stories));
  if (unknown.length > 0) {
    throw new Failure(`there is no story ${unknown.join()}\nusage: ${usage}`);
  }
  return names.length === 0
    ? Object.values(stories)
    : names.map(name => stories[name]);
}

/** What the examples hold is read in the background, shortly after the start. */
async function catalogIsRead({ url }) {
  const client = await PortalClient.signIn(url);
  await eventually('the example components', 200, async () =>
    (await client.countEntities('component')) === components ? true : undefined,
  );
}

/** Each step needs the one before; the first that fails ends the walk, with a picture of where it stood. */
async function walk(report, visitor, steps) {
  for (const [name, step] of steps) {
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

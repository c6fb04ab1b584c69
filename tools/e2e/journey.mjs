import { Failure } from '../lib/Failure.mjs';
import { Tabs } from './Tabs.mjs';

const auditTitle = /Audit the catalog|catalog-audit/;
const report = /of 12 entities need attention/;
const instancePage = /\/orchestrator\/instances\/([\w-]+)/;

/**
 * What a guest does with the portal, step by step; each step begins where the one before ended.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @returns {[string, () => Promise<void>][]}
 */
export function journey(visitor) {
  const { page } = visitor;
  /** Path of the instance that the form started. */
  let instance;
  return [
    [
      'sign in as guest',
      async () => {
        await visitor.goTo('/');
        await page.getByRole('button', { name: 'Enter' }).waitFor();
        await visitor.keepScreenshot('sign-in');
        await visitor.press('Enter');
        await visitor.seeHeading('Workflows');
      },
    ],
    [
      'see the workflows',
      async () => {
        await page.getByRole('row', { name: auditTitle }).waitFor();
        await visitor.keepScreenshot('workflows-light');
      },
    ],
    [
      'be told of a wrong value at its field',
      async () => {
        await openForm(page, auditTitle);
        await visitor.keepScreenshot('run-form-light');
        await page.getByLabel('At most').fill('999');
        await visitor.press('Run');
        await visitor.seeText('must be <= 200');
        await visitor.keepScreenshot('run-form-problem-light');
      },
    ],
    [
      'run the audit by its form',
      async () => {
        await page.getByLabel('At most').fill('50');
        await visitor.rememberDocument();
        await visitor.press('Run');
        await page.waitForURL(instancePage);
        [instance] = instancePage.exec(page.url());
      },
    ],
    [
      'see it complete without a reload',
      async () => {
        await seeReport(visitor);
        await visitor.requireNoReload();
        await visitor.keepScreenshot('instance-light');
      },
    ],
    [
      'watch a long run wait, go on and complete',
      async () => {
        await visitor.goTo('/orchestrator/workflows');
        await openForm(page, 'Nightly maintenance');
        await page.getByLabel('Seconds per job').fill('1');
        await visitor.rememberDocument();
        await visitor.press('Run');
        await page.waitForURL(instancePage);
        await visitor.seeText('Waiting');
        await visitor.keepScreenshot('instance-running-light');
        await visitor.seeText('All five jobs are done');
        await visitor.requireNoReload();
      },
    ],
    [
      'see why a run has failed, and retry it where it failed',
      async () => {
        await visitor.goTo('/orchestrator/workflows');
        await openForm(page, 'Call an unreliable service');
        await page.getByLabel('Failures').fill('6');
        await visitor.press('Run');
        await page.waitForURL(instancePage);
        await visitor.rememberDocument();
        const failure = page.getByRole('region', { name: 'Failure' });
        await failure.getByText('503').first().waitFor();
        await visitor.keepScreenshot('instance-failed-light');
        await failure.getByRole('button', { name: 'Retry' }).click();
        await pressInDialog(page, 'Retry');
        await visitor.seeText('The service answered on attempt 7.');
        await visitor.requireNoReload();
      },
    ],
    [
      'pause a run, and let it go on',
      async () => {
        await visitor.goTo('/orchestrator/workflows');
        await openForm(page, 'Nightly maintenance');
        await page.getByLabel('Seconds per job').fill('1');
        await visitor.press('Run');
        await page.waitForURL(instancePage);
        await visitor.press('Pause');
        await page.getByLabel('Reason').fill('Not while people work');
        await pressInDialog(page, 'Pause run');
        await visitor.seeText('Not while people work');
        await visitor.keepScreenshot('instance-paused-light');
        await visitor.press('Resume');
        await pressInDialog(page, 'Resume run');
        await visitor.seeText('All five jobs are done');
      },
    ],
    [
      'see in the graph what a run has done',
      async () => {
        const { pathname } = new URL(page.url());
        await visitor.goTo(`${pathname}?tab=graph`);
        const tasks = page.getByTestId('wf-node');
        await tasks.filter({ hasText: 'runJobs' }).first().waitFor();
        await tasks.filter({ hasText: 'Completed' }).first().waitFor();
        await visitor.keepScreenshot('graph-light');
      },
    ],
    [
      'see when a workflow starts by itself',
      async () => {
        await visitor.goTo(
          '/orchestrator/workflows/nightly-catalog-count?tab=triggers',
        );
        await visitor.seeText('Next times');
        await visitor.keepScreenshot('triggers-light');
      },
    ],
    [
      'follow a run in seven tabs by one stream, without waiting for answers',
      async () => {
        await visitor.goTo('/orchestrator/workflows');
        await openForm(page, 'Nightly maintenance');
        await page.getByLabel('Seconds per job').fill('6');
        await visitor.press('Run');
        await page.waitForURL(instancePage);
        await visitor.seeText('Waiting');
        const tabs = await Tabs.open(visitor, 7);
        await tabs.seeText('Waiting');
        await tabs.require({ streams: 1, answerMs: 1_000 });
        await tabs.seeText('All five jobs are done', 90_000);
        await tabs.require({ streams: 1, answerMs: 1_000 });
        await tabs.close();
      },
    ],
    [
      'be asked by a run, and let it go on by approving',
      async () => {
        await visitor.goTo('/orchestrator/workflows');
        await openForm(page, 'Retire a component');
        await page.getByLabel('Component').fill('log-archive');
        await page.getByLabel('Reason').fill('Nobody reads it');
        await visitor.press('Run');
        await page.waitForURL(instancePage);
        await visitor.rememberDocument();
        await visitor.seeHeading('Retire log-archive?');
        await page.getByLabel('Keep its data until').fill('2030-01-31');
        await page.getByLabel('Comment').fill('Fine with us');
        await visitor.keepScreenshot('approval-on-instance-light');
        await visitor.press('Approve');
        await visitor.seeText('log-archive is retired.');
        await visitor.requireNoReload();
      },
    ],
    [
      'see what was decided among the approvals',
      async () => {
        await visitor.goTo('/orchestrator/approvals?status=decided');
        await visitor.seeHeading('Retire log-archive?');
        await visitor.seeText('Decided: approve');
        await visitor.keepScreenshot('approvals-light');
      },
    ],
    [
      'see it among the instances',
      async () => {
        await visitor.goTo('/orchestrator/instances');
        await visitor.seeHeading('Instances');
        await page
          .getByRole('row')
          .filter({ hasText: 'Completed' })
          .first()
          .waitFor();
        await visitor.keepScreenshot('instances-light');
      },
    ],
    [
      'run the template',
      async () => {
        await visitor.follow('Create');
        await visitor.seeText('Audit the catalog');
        await visitor.keepScreenshot('templates-light');
        await visitor.press('Choose');
        await page.getByLabel('At most').waitFor();
        await visitor.keepScreenshot('template-form-light');
        await visitor.press('Review');
        await visitor.press('Create');
      },
    ],
    [
      'follow its link to the instance',
      async () => {
        const link = page.getByRole('link', { name: 'Open the report' });
        await link.first().waitFor();
        await visitor.keepScreenshot('template-run-light');
        await link.first().click();
        await page.waitForURL(instancePage);
        await seeReport(visitor);
        requireOther(page.url(), instance);
      },
    ],
    [
      'switch to the dark theme in the settings',
      async () => {
        await visitor.follow('Settings');
        await visitor.press('Dark');
        await page.locator('[data-theme-mode="dark"]').first().waitFor();
        await visitor.keepScreenshot('settings-dark');
      },
    ],
    [
      'see every page in the dark',
      async () => {
        for (const [name, path, sign] of [
          [
            'workflows',
            '/orchestrator/workflows',
            page.getByRole('row', { name: auditTitle }),
          ],
          [
            'workflow',
            '/orchestrator/workflows/hello',
            page.getByRole('row', { name: 'Greeting' }),
          ],
          [
            'graph',
            '/orchestrator/workflows/catalog-audit?tab=graph',
            page.getByTestId('wf-node').filter({ hasText: 'report' }),
          ],
          [
            'run-form',
            '/orchestrator/workflows/catalog-audit/run',
            page.getByLabel('At most'),
          ],
          [
            'instances',
            '/orchestrator/instances',
            page.getByRole('row').filter({ hasText: 'Completed' }),
          ],
          [
            'catalog',
            '/catalog',
            page.getByRole('link', { name: 'Build runner' }),
          ],
        ]) {
          await visitor.goTo(path);
          await sign.first().waitFor();
          await visitor.keepScreenshot(`${name}-dark`);
        }
        await visitor.goTo(instance);
        await seeReport(visitor);
        await visitor.keepScreenshot('instance-dark');
      },
    ],
    ['the console showed no error', async () => visitor.requireCleanConsole()],
  ];
}

/** Opens the run form of a workflow from the list. */
async function openForm(page, title) {
  const row = page.getByRole('row', { name: title });
  await row.getByRole('link', { name: /^Run/ }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
}

async function pressInDialog(page, name) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function seeReport(visitor) {
  await visitor.seeText('Completed');
  await visitor.seeText(report);
}

function requireOther(url, instance) {
  if (url.includes(instance)) {
    throw new Failure('the template links to another run than its own');
  }
}

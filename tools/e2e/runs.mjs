import { eventually } from '../lib/eventually.mjs';

/**
 * How a guest looks closer at runs: at what one says, at two side by side, at its graph by keyboard, and at a list of one's own.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @param {import('../lib/PortalClient.mjs').PortalClient} client
 * @returns {[string, () => Promise<void>][]}
 */
export function runs(visitor, client) {
  const { page } = visitor;
  const log = page.getByRole('log', { name: 'Log' });
  /** Ids of a run that completed and of one that failed. */
  let good;
  let bad;
  const ended = id =>
    eventually(`the end of ${id}`, 300, async () => {
      const { status } = await client.getInstance(id);
      return status === 'completed' || status === 'failed' ? true : undefined;
    });
  return [
    ['runs: sign in', async () => visitor.signIn()],
    [
      'runs: follow what a run says',
      async () => {
        const id = await client.execute('nightly-maintenance', {
          stepSeconds: 2,
        });
        await visitor.goTo(`/orchestrator/instances/${id}?tab=log`);
        await log.getByText('instance created').waitFor();
        await log.getByText('instance completed').waitFor();
        await visitor.keepScreenshot('log-light');
      },
    ],
    [
      'runs: find in the log of a failed run what went wrong',
      async () => {
        good = await client.execute('flaky-call', { failures: 0 });
        bad = await client.execute('flaky-call', { failures: 6 });
        await Promise.all([ended(good), ended(bad)]);
        await visitor.goTo(`/orchestrator/instances/${bad}?tab=log`);
        await page.getByRole('button', { name: 'All lines' }).click();
        await page.getByRole('option', { name: 'Errors', exact: true }).click();
        await log.locator('[data-level=error]').first().waitFor();
        await page.getByLabel('Search the log').fill('callService');
        await log.locator('mark').first().waitFor();
        await visitor.seeText(/\d found in \d/);
        await visitor.keepScreenshot('log-errors-light');
        await log.getByRole('link', { name: 'callService' }).first().click();
        await page.getByRole('complementary').waitFor();
      },
    ],
    [
      'runs: see where two runs part',
      async () => {
        await visitor.goTo(`/orchestrator/instances/${good}?tab=related`);
        await visitor.follow('Compare with another run');
        await visitor.seeText('Choose the run to compare it with');
        await visitor.keepScreenshot('compare-choose-light');
        const second = page.getByRole('region', { name: 'Second run' });
        await second.getByRole('button', { name: /Which run/ }).click();
        await page.getByRole('option', { name: /^Failed/ }).click();
        await visitor.seeText(/The runs part at callService/);
        await page.getByRole('row', { name: /failures/ }).waitFor();
        await visitor.keepScreenshot('compare-light');
      },
    ],
    [
      'runs: go through the graph by keyboard, and open a task',
      async () => {
        await visitor.goTo(`/orchestrator/instances/${bad}?tab=graph`);
        await page.getByTestId('wf-node').first().waitFor();
        await page.getByTestId('wf-graph').focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        const call = page.getByRole('group', { name: /^callService, call/ });
        await call.and(page.locator(':focus')).waitFor();
        await visitor.keepScreenshot('graph-keyboard-light');
        await page.keyboard.press('Enter');
        await page.getByRole('complementary').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('complementary').waitFor({ state: 'detached' });
      },
    ],
    [
      'runs: keep a view of the list, and come back to it',
      async () => {
        await visitor.goTo('/orchestrator/instances?status=failed');
        await visitor.press('Views');
        await page.getByRole('menuitem', { name: 'Save this view…' }).click();
        await page.getByLabel('Name').fill('What failed');
        await visitor.keepScreenshot('view-dialog-light');
        await visitor.pressInDialog('Save');
        await visitor.goTo('/orchestrator/instances');
        await visitor.press('Views');
        await page.getByRole('menuitem', { name: 'What failed' }).click();
        await page.waitForURL(/status=failed/);
        await page.getByRole('button', { name: 'What failed' }).waitFor();
        await visitor.keepScreenshot('view-light');
      },
    ],
    [
      'runs: on a telephone, and in the dark',
      async () => {
        const compared = `/orchestrator/instances/compare?a=${good}&b=${bad}`;
        const logged = `/orchestrator/instances/${bad}?tab=log`;
        const see = async suffix => {
          await visitor.goTo(compared);
          await visitor.seeText(/The runs part at/);
          await visitor.keepScreenshot(`compare-${suffix}`);
          await visitor.requireNoSidewaysScroll();
          await visitor.goTo(logged);
          await log.getByText('instance created').waitFor();
          await visitor.keepScreenshot(`log-${suffix}`);
          await visitor.requireNoSidewaysScroll();
        };
        await visitor.onTelephone(() => see('narrow-light'));
        await visitor.inTheDark();
        await see('dark');
      },
    ],
    [
      'runs: the console showed no error',
      async () => visitor.requireCleanConsole(),
    ],
  ];
}

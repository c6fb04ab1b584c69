const jobPage = /\/orchestrator\/jobs\/[\w-]+/;

/**
 * How a guest acts on many runs at once.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @param {import('../lib/PortalClient.mjs').PortalClient} client
 * @returns {[string, () => Promise<void>][]}
 */
export function jobs(visitor, client) {
  const { page } = visitor;
  const bar = page.getByRole('region', { name: 'Selected runs' });
  /** By the keyboard, from the first row. */
  const selectPage = () => page.getByRole('row').nth(1).press('Control+a');
  const listOf = async status => {
    await visitor.goTo(
      `/orchestrator/instances?workflow=nightly-maintenance&status=${status}`,
    );
    await page.getByRole('row').nth(1).getByRole('link').waitFor();
  };
  return [
    ['jobs: sign in', async () => visitor.signIn()],
    [
      'jobs: learn where they come from',
      async () => {
        await visitor.goTo('/orchestrator/jobs');
        await visitor.seeText('Nothing was done with many runs yet');
        await visitor.keepScreenshot('jobs-empty-light');
      },
    ],
    [
      'jobs: select all runs of a page, and pause them',
      async () => {
        for (let i = 0; i < 3; i++) {
          await client.execute('nightly-maintenance', { stepSeconds: 600 });
        }
        await listOf('active');
        await selectPage();
        await bar.getByText('3 selected').waitFor();
        await visitor.keepScreenshot('instances-selected-light');
        await bar.getByRole('button', { name: 'Pause' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Reason').fill('The signing keys are changed');
        await dialog.getByRole('button', { name: 'Pause 3 runs' }).waitFor();
        await visitor.keepScreenshot('bulk-dialog-light');
        await visitor.pressInDialog('Pause 3 runs');
        await page.waitForURL(jobPage);
        await visitor.seeText('3 done');
        await visitor.keepScreenshot('job-light');
      },
    ],
    [
      'jobs: cancel all that match, and see which were skipped',
      async () => {
        await client.execute('hello', { name: 'Ada' });
        await visitor.goTo('/orchestrator/instances');
        await page
          .getByRole('row')
          .filter({ hasText: 'Suspended' })
          .first()
          .waitFor();
        await selectPage();
        await bar.getByRole('button', { name: 'Cancel' }).click();
        await page.getByRole('dialog').getByText('would be skipped').waitFor();
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^Cancel \d+ runs$/ })
          .click();
        await page.waitForURL(jobPage);
        await page
          .getByRole('row')
          .filter({ hasText: 'Skipped' })
          .first()
          .waitFor();
        await page.locator('[data-status=completed]').first().waitFor();
        await visitor.keepScreenshot('job-skipped-light');
        await visitor.goTo(`${new URL(page.url()).pathname}?outcome=succeeded`);
        await page
          .getByRole('row')
          .filter({ hasText: 'Done' })
          .nth(2)
          .waitFor();
      },
    ],
    [
      'jobs: on a telephone, and in the dark',
      async () => {
        await visitor.onTelephone(async () => {
          await visitor.keepScreenshot('job-narrow-light');
          await visitor.requireNoSidewaysScroll();
          await visitor.goTo('/orchestrator/instances');
          await page
            .getByRole('row')
            .filter({ hasText: 'Cancelled' })
            .first()
            .waitFor();
          await selectPage();
          await bar.waitFor();
          await visitor.requireNoSidewaysScroll();
          await visitor.keepScreenshot('instances-selected-narrow-light');
        });
        await visitor.inTheDark();
        await visitor.goTo('/orchestrator/jobs');
        await visitor.seeText('The signing keys are changed');
        await visitor.keepScreenshot('jobs-dark');
        await visitor.follow('Pause 3 runs');
        await visitor.seeText('3 done');
        await visitor.keepScreenshot('job-dark');
      },
    ],
    [
      'jobs: the console showed no error',
      async () => visitor.requireCleanConsole(),
    ],
  ];
}

const entityPage = '/catalog/default/component/log-archive';
const instancePage = /\/orchestrator\/instances\/([\w-]+)/;

/**
 * How a guest runs a workflow for something in the catalog, and finds the run there.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @returns {[string, () => Promise<void>][]}
 */
export function entity(visitor) {
  const { page } = visitor;
  const card = page.getByRole('region', { name: 'Workflows' });
  return [
    ['entity: sign in', async () => visitor.signIn()],
    [
      'entity: see that nothing has run for it yet',
      async () => {
        await visitor.goTo(entityPage);
        await card.getByText('No workflow has run for this yet').waitFor();
        await visitor.keepScreenshot('entity-card-empty-light');
      },
    ],
    [
      'entity: run a workflow that it offers',
      async () => {
        await card.getByRole('link', { name: 'Run a workflow' }).click();
        await page
          .getByRole('link', { name: 'Run Retire a component' })
          .click();
        await visitor.seeText('component:default/log-archive');
        await page.getByLabel('Component').fill('log-archive');
        await page.getByLabel('Reason').fill('Nobody reads it');
        await visitor.keepScreenshot('run-form-for-entity-light');
        await visitor.press('Run');
        await page.waitForURL(instancePage);
      },
    ],
    [
      'entity: find the run on its card and in its tab',
      async () => {
        await visitor.goTo(entityPage);
        await card.getByRole('link', { name: /ask-for-approval/ }).waitFor();
        await visitor.keepScreenshot('entity-card-light');
        await card.getByRole('link', { name: 'Run a workflow' }).click();
        const runs = page.getByRole('region', { name: 'Runs' });
        await runs.getByRole('row').filter({ hasText: 'Waiting' }).waitFor();
        await visitor.keepScreenshot('entity-tab-light');
      },
    ],
    [
      'entity: on a telephone, and in the dark',
      async () => {
        const runs = page.getByRole('region', { name: 'Runs' });
        await visitor.onTelephone(async () => {
          await runs.getByRole('row').filter({ hasText: 'Waiting' }).waitFor();
          await visitor.keepScreenshot('entity-tab-narrow-light');
          await visitor.requireNoSidewaysScroll();
        });
        const { pathname } = new URL(page.url());
        await visitor.inTheDark();
        await visitor.goTo(pathname);
        await runs.getByRole('row').filter({ hasText: 'Waiting' }).waitFor();
        await visitor.keepScreenshot('entity-tab-dark');
        await visitor.goTo(entityPage);
        await card.getByRole('link', { name: /ask-for-approval/ }).waitFor();
        await visitor.keepScreenshot('entity-card-dark');
      },
    ],
    [
      'entity: the console showed no error',
      async () => visitor.requireCleanConsole(),
    ],
  ];
}

const first = `document:
  dsl: 1.0.3
  namespace: default
  name: order
  version: 1.0.0
  title: Take an order
do:
  - price:
      set:
        total: \${ .amount * 10 }
  - book:
      call: http
      with:
        method: post
        endpoint: plugin://flaky/ledger/orders
        body: { amount: '\${ .total }' }
`;

const second = first
  .replace('version: 1.0.0', 'version: 1.1.0')
  .replace('.amount * 10', '.amount * 12').concat(`  - thank:
      set:
        message: Thank you
`);

/**
 * How a guest sees what has changed in a workflow, and tests it.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @param {import('../lib/PortalClient.mjs').PortalClient} client
 * @returns {[string, () => Promise<void>][]}
 */
export function versions(visitor, client) {
  const { page } = visitor;
  const difference = async () => {
    await visitor.goTo('/orchestrator/workflows/order?tab=versions');
    await page.getByRole('row', { name: /price/ }).waitFor();
    await page.locator('ins').getByText('.amount * 12').waitFor();
  };
  const test = async () => {
    await visitor.goTo('/orchestrator/workflows/order?tab=test');
    await page.getByLabel('Input').fill('{ "amount": 2 }');
    await visitor.press('Add a mock');
    await page.getByLabel('Answer to book').fill('{ "booked": true }');
  };
  return [
    ['versions: sign in', async () => visitor.signIn()],
    [
      'versions: have one, and nothing to compare',
      async () => {
        await client.createWorkflow(first);
        await visitor.goTo('/orchestrator/workflows/order?tab=versions');
        await visitor.seeText('This workflow has had one version so far');
        await visitor.keepScreenshot('versions-one-light');
      },
    ],
    [
      'versions: see what has changed in tasks and text',
      async () => {
        await client.updateWorkflow('order', second);
        await difference();
        await page.getByRole('row', { name: /thank.*Added/ }).waitFor();
        await page.locator('del').getByText('.amount * 10').waitFor();
        await visitor.keepScreenshot('versions-light');
      },
    ],
    [
      'versions: test the workflow with a mock in place of its call',
      async () => {
        await test();
        await visitor.press('Test');
        const report = page.getByRole('region', { name: /nothing was called/ });
        await report.getByText('Completed').first().waitFor();
        await report.getByText(/^mocked:/).waitFor();
        await visitor.keepScreenshot('test-light');
      },
    ],
    [
      'versions: be warned that one task alone calls for real',
      async () => {
        await visitor.press('Remove the mock of book');
        await page.getByRole('button', { name: /What/ }).click();
        await page.getByRole('option', { name: 'Task book' }).click();
        await visitor.seeText('Called for real: book');
        await page.getByLabel('Input').fill('{ "total": 24 }');
        await visitor.keepScreenshot('test-task-light');
        await visitor.press('Test with real calls');
        await page.getByRole('region', { name: 'Test of one task' }).waitFor();
        await visitor.seeText(/^called POST/);
      },
    ],
    [
      'versions: on a telephone, and in the dark',
      async () => {
        await visitor.onTelephone(async () => {
          await difference();
          await visitor.keepScreenshot('versions-narrow-light');
          await visitor.requireNoSidewaysScroll();
          await test();
          await visitor.keepScreenshot('test-narrow-light');
          await visitor.requireNoSidewaysScroll();
        });
        await visitor.inTheDark();
        await difference();
        await visitor.keepScreenshot('versions-dark');
        await test();
        await visitor.press('Test');
        await visitor.seeText('mocked:');
        await visitor.keepScreenshot('test-dark');
      },
    ],
    [
      'versions: the console showed no error',
      async () => visitor.requireCleanConsole(),
    ],
  ];
}

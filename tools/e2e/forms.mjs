const instancePage = /\/orchestrator\/instances\/([\w-]+)/;
const form = '/orchestrator/workflows/hello/run';

/**
 * How a guest leaves a form and comes back to it, tries it without effects, and runs the same again.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @returns {[string, () => Promise<void>][]}
 */
export function forms(visitor) {
  const { page } = visitor;
  const name = page.getByRole('textbox', { name: /^Name/ });
  const offer = page.getByText(/^There is a draft of/);
  return [
    ['forms: sign in', async () => visitor.signIn()],
    [
      'forms: find what was entered again after a reload',
      async () => {
        await visitor.goTo(form);
        await name.fill('Grace');
        await visitor.seeText(/^Draft saved at/);
        await page.reload();
        await offer.waitFor();
        await visitor.keepScreenshot('draft-light');
        await visitor.press('Restore');
        await page.waitForFunction(
          () => document.querySelector('#root_name')?.value === 'Grace',
        );
      },
    ],
    [
      'forms: see what a run would do, without one',
      async () => {
        await visitor.press('Dry run');
        const report = page.getByRole('region', { name: /^Dry run/ });
        await report.getByText('Completed').first().waitFor();
        await visitor.keepScreenshot('dry-run-light');
      },
    ],
    [
      'forms: run it, and have no draft any more',
      async () => {
        await visitor.press('Run');
        await page.waitForURL(instancePage);
        await visitor.seeText('Completed');
        await visitor.goTo(form);
        await name.waitFor();
        await offer.waitFor({ state: 'detached' });
      },
    ],
    [
      'forms: run the same again',
      async () => {
        await page.goBack();
        await visitor.seeText('Completed');
        const [, first] = instancePage.exec(page.url());
        await visitor.press('Run again');
        await visitor.keepScreenshot('run-again-light');
        await visitor.pressInDialog('Run with the same input');
        await page.waitForURL(url => !url.pathname.includes(first));
        await visitor.seeText('Completed');
        await visitor.goTo(`${new URL(page.url()).pathname}?tab=related`);
        await page.getByRole('link', { name: first }).waitFor();
      },
    ],
    [
      'forms: on a telephone, and in the dark',
      async () => {
        const tried = async suffix => {
          await visitor.goTo(form);
          await name.fill('Alan');
          await visitor.press('Dry run');
          await page.getByRole('region', { name: /^Dry run/ }).waitFor();
          await visitor.keepScreenshot(`dry-run-${suffix}`);
          await visitor.requireNoSidewaysScroll();
        };
        await visitor.onTelephone(() => tried('narrow-light'));
        await visitor.inTheDark();
        await tried('dark');
      },
    ],
    [
      'forms: the console showed no error',
      async () => visitor.requireCleanConsole(),
    ],
  ];
}

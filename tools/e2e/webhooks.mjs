import { Failure } from '../lib/Failure.mjs';
import { Receiver, requireSigned } from './Receiver.mjs';

/**
 * How a guest has events sent to an address, and sees whether they arrive.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @param {import('../lib/PortalClient.mjs').PortalClient} client
 * @returns {[string, () => Promise<void>][]}
 */
export function webhooks(visitor, client) {
  const { page } = visitor;
  /** @type {Receiver} */
  let receiver;
  let secret;
  const item = text => page.locator('details').filter({ hasText: text });
  return [
    ['webhooks: sign in', async () => visitor.signIn()],
    [
      'webhooks: learn what they are good for',
      async () => {
        await visitor.goTo('/orchestrator/webhooks');
        await visitor.seeText('There are no webhooks');
        await visitor.keepScreenshot('webhooks-empty-light');
      },
    ],
    [
      'webhooks: be told what is missing',
      async () => {
        await visitor.follow('New webhook');
        await visitor.press('Create webhook');
        await visitor.seeText('Choose at least one event');
        await visitor.keepScreenshot('webhook-form-problem-light');
      },
    ],
    [
      'webhooks: make one, and take its secret along',
      async () => {
        receiver = await Receiver.open();
        await page.getByLabel('Address').fill(receiver.url);
        await page.getByText('workflow.completed', { exact: true }).click();
        await visitor.press('Create webhook');
        const shown = page.locator('code').filter({ hasText: 'whsec_' });
        secret = await shown.innerText();
        await visitor.keepScreenshot('webhook-secret-light');
      },
    ],
    [
      'webhooks: send a test that is signed with the secret',
      async () => {
        await visitor.follow('Open the webhook');
        await visitor.press('Send a test');
        await item('webhook.test').waitFor();
        requireSigned(await receiver.message('webhook.test'), secret);
      },
    ],
    [
      'webhooks: see what a run has sent, and what was answered',
      async () => {
        await client.execute('hello', { name: 'Ada' });
        await receiver.message('workflow.completed');
        const delivery = item('workflow.completed');
        await delivery.filter({ hasText: 'HTTP 204' }).waitFor();
        await delivery.locator('summary').click();
        await page.getByRole('list', { name: 'Attempts' }).waitFor();
        await visitor.keepScreenshot('webhook-light');
      },
    ],
    [
      'webhooks: send again what did not arrive',
      async () => {
        receiver.status = 503;
        await client.execute('hello', { name: 'Bob' });
        const refused = item('HTTP 503');
        await refused.waitFor();
        await visitor.keepScreenshot('webhook-failing-light');
        receiver.status = 204;
        await refused.locator('summary').click();
        await refused.getByRole('button', { name: 'Send again' }).click();
        await item('attempt 2').filter({ hasText: 'Delivered' }).waitFor();
      },
    ],
    [
      'webhooks: on a telephone, and in the dark',
      async () => {
        await visitor.onTelephone(async () => {
          await visitor.requireNoSidewaysScroll();
          await visitor.keepScreenshot('webhook-narrow-light');
          await visitor.goTo('/orchestrator/webhooks');
          await page.getByRole('row', { name: receiver.url }).waitFor();
          await visitor.requireNoSidewaysScroll();
          await visitor.goTo('/orchestrator/webhooks/new');
          await page.getByLabel('Address').waitFor();
          await visitor.requireNoSidewaysScroll();
          await visitor.keepScreenshot('webhook-form-narrow-light');
        });
        await visitor.inTheDark();
        await visitor.goTo('/orchestrator/webhooks');
        await page.getByRole('row', { name: receiver.url }).waitFor();
        await visitor.keepScreenshot('webhooks-dark');
        await page.getByRole('link', { name: receiver.url }).click();
        await item('webhook.test').waitFor();
        await visitor.keepScreenshot('webhook-dark');
      },
    ],
    [
      'webhooks: delete it, and hear no more of it',
      async () => {
        await visitor.press('Delete');
        await visitor.pressInDialog('Delete');
        await visitor.seeText('There are no webhooks');
        receiver.close();
        if (receiver.messages.length !== 4) {
          const { length } = receiver.messages;
          throw new Failure(`${length} messages were sent, 4 expected`);
        }
      },
    ],
    [
      'webhooks: the console showed no error',
      async () => visitor.requireCleanConsole(),
    ],
  ];
}

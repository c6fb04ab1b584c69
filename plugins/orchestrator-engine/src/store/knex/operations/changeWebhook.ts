import type { Knex } from 'knex';
import type { Webhook, WebhookChange } from '../../WebhookStore';
import type { WebhookRow } from '../tables';
import { webhookOf } from '../webhookRows';
import { feedHead } from './readFeed';

/** Changes a webhook by one statement, so that of two changes at once neither takes the other back. By the primary key. */
export async function changeWebhook(
  knex: Knex,
  webhookId: string,
  change: WebhookChange,
): Promise<Webhook | undefined> {
  const { url, events, workflowIds, isEnabled, secret } = change;
  const [row]: WebhookRow[] = await knex<WebhookRow>('webhooks')
    .where({ id: webhookId })
    .update({
      id: webhookId,
      ...(url !== undefined && { url, failing_since: null }),
      ...(events && { events: JSON.stringify(events) }),
      ...(workflowIds && { workflow_ids: JSON.stringify(workflowIds) }),
      ...(isEnabled !== undefined && (await switched(knex, isEnabled))),
      ...(secret && {
        secret: secret.secret,
        previous_secret: knex.ref('secret') as unknown as string,
        previous_until: secret.previousUntil,
      }),
    })
    .returning('*');
  return row && webhookOf(row);
}

/** One that was on already goes on where it was. */
async function switched(knex: Knex, isEnabled: boolean) {
  if (!isEnabled) return { is_enabled: false, disabled_because: null };
  const since = knex.raw('case when is_enabled then since else ? end', [
    await feedHead(knex),
  ]);
  return {
    is_enabled: true,
    disabled_because: null,
    failing_since: null,
    since: since as unknown as string,
  };
}

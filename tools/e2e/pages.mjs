import { eventually } from '../lib/eventually.mjs';

/** In pixels: a telephone, a tablet, a desk. */
const widths = [390, 768, 1280];

/**
 * Looks at every page, with something on it, as wide as screens are and in both themes: nothing is to reach beyond the screen, and
 * whoever sees little or uses no mouse is to get on with it.
 *
 * @param {import('./Visitor.mjs').Visitor} visitor
 * @param {import('../lib/PortalClient.mjs').PortalClient} client
 * @returns {[string, () => Promise<void>][]}
 */
export function pages(visitor, client) {
  /** Addresses by names. */
  let addresses = {};
  const lookAtAll = async () => {
    for (const [name, path] of Object.entries(addresses)) {
      await visitor.goTo(path);
      await visitor.pageIsThere();
      for (const width of widths) {
        await visitor.onWidth(width, async () => {
          await visitor.requireNoSidewaysScroll();
          await visitor.requireAccessible(`${name}, ${width} px`);
        });
      }
    }
  };
  return [
    ['pages: sign in', async () => visitor.signIn()],
    [
      'pages: have something on each',
      async () => {
        addresses = addressesOf(await somethingOf(client));
      },
    ],
    ['pages: in the light', lookAtAll],
    ['pages: choose the dark', async () => visitor.inTheDark()],
    ['pages: in the dark', lookAtAll],
    [
      'pages: the console showed no error',
      async () => visitor.requireCleanConsole(),
    ],
  ];
}

/** Runs that stand in all ways, a job and a webhook; their ids. */
async function somethingOf(client) {
  const good = await client.execute('flaky-call', { failures: 1 });
  const bad = await client.execute('flaky-call', { failures: 9 });
  const asking = await client.execute('ask-for-approval', {
    component: 'log-archive',
    reason: 'Nobody reads it',
  });
  const waiting = await client.execute('nightly-maintenance', {
    stepSeconds: 3600,
  });
  const audit = await client.execute('catalog-audit', { kind: 'Component' });
  await eventually('the end of a failing run', 300, async () => {
    const { status } = await client.getInstance(bad);
    return status === 'failed' ? true : undefined;
  });
  const job = await client.startJob('retry', [good, audit]);
  const webhook = await client.createWebhook('https://hooks.example.com/runs');
  return { good, bad, asking, waiting, audit, job, webhook };
}

function addressesOf({ good, bad, asking, waiting, audit, job, webhook }) {
  const base = '/orchestrator';
  const workflow = `${base}/workflows/hello`;
  const instance = id => `${base}/instances/${id}`;
  const failedTask = encodeURIComponent('/do/0/callUntilItAnswers');
  return {
    workflows: `${base}/workflows`,
    workflow,
    'graph of a workflow': `${base}/workflows/catalog-audit?tab=graph`,
    'runs of a workflow': `${workflow}?tab=runs`,
    triggers: `${base}/workflows/nightly-catalog-count?tab=triggers`,
    test: `${workflow}?tab=test`,
    source: `${workflow}?tab=source`,
    versions: `${workflow}?tab=versions`,
    'run form': `${base}/workflows/catalog-audit/run`,
    instances: `${base}/instances`,
    'completed run': instance(audit),
    'failed run': instance(bad),
    'failed task': `${instance(bad)}?task=${failedTask}`,
    'waiting run': instance(waiting),
    'asking run': instance(asking),
    'graph of a run': `${instance(audit)}?tab=graph`,
    data: `${instance(audit)}?tab=data`,
    log: `${instance(bad)}?tab=log`,
    events: `${instance(bad)}?tab=events`,
    related: `${instance(bad)}?tab=related`,
    compare: `${base}/instances/compare?a=${good}&b=${bad}`,
    approvals: `${base}/approvals`,
    jobs: `${base}/jobs`,
    job: `${base}/jobs/${job}`,
    webhooks: `${base}/webhooks`,
    webhook: `${base}/webhooks/${webhook}`,
    'settings of a webhook': `${base}/webhooks/${webhook}?tab=settings`,
    'new webhook': `${base}/webhooks/new`,
  };
}

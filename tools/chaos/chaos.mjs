// Breaks processes, databases and connections under running workflows, and proves from the record of the service that the
// steps call, and from the event logs, that nothing was lost and nothing done twice.
import { rmSync } from 'node:fs';
import { Failure } from '../lib/Failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { readList, readOptions } from '../lib/options.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { Report } from '../lib/Report.mjs';
import { runMain } from '../lib/runMain.mjs';
import { randomFrom } from '../lib/randomFrom.mjs';
import { examine, expectationOf, percentile } from './examine.mjs';
import { chooseScenarios, requireFaults } from './scenarios.mjs';
import { ScenarioRun } from './ScenarioRun.mjs';
import { workflowIds } from './workload.mjs';

const usage = 'yarn chaos [--short] [--only kill,freeze,…] [--seed 1] [--json]';
const shownFaults = 10;

await runMain(async () => {
  const { short, only, seed, json } = readOptions(
    {
      short: { type: 'boolean' },
      only: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean' },
    },
    usage,
  );
  const chosen = chooseScenarios(readList(only));
  await ensureInstalled();
  rmSync(fromRoot('test-output/chaos'), { recursive: true, force: true });
  const report = new Report('chaos', { json });
  const totals = { instances: 0, kills: 0, lost: 0, repeated: 0, stalls: [] };
  let expected;
  await report.check('an undisturbed run', async () => {
    expected = await undisturbed(randomFrom(Number(seed)).fraction);
    const count = part => [...expected.values()].flatMap(part).length;
    return `${count(({ entries }) => entries)} entries of tasks, ${count(
      ({ steps }) => steps,
    )} steps`;
  });
  for (const scenario of expected ? chosen : []) {
    await report.check(`${scenario.name}: ${scenario.does}`, () =>
      prove(scenario, { isShort: short, seed: Number(seed), expected, totals }),
    );
  }
  const { stalls, ...counts } = totals;
  const stallP99Ms = stalls.length > 0 ? percentile(stalls, 0.99) : 0;
  report.state({ ...counts, stallP99Ms });
  console.log(
    `\ninstances ${counts.instances}, kills ${counts.kills}, lost ${counts.lost}, repeated ${counts.repeated}, stalls p99 ${stallP99Ms} ms`,
  );
  report.finish();
});

/** What the log of each workflow holds when nothing goes wrong. */
async function undisturbed(random) {
  const run = new ScenarioRun(
    {
      name: 'undisturbed',
      database: 'sqlite',
      replicas: 1,
      fault: 'none',
      doesTrim: false,
    },
    random,
  );
  try {
    const found = await run.run({
      seconds: 3,
      instances: workflowIds.length,
    });
    const expected = expectationOf(found);
    const { lost, repeated, broken } = examine({
      ...found,
      faults: [],
      expected,
    });
    const bad = [...lost, ...repeated, ...broken];
    if (bad.length > 0) throw new Failure(bad.join('\n'));
    return expected;
  } finally {
    await run.close();
  }
}

async function prove(scenario, { isShort, seed, expected, totals }) {
  const run = new ScenarioRun(scenario, randomFrom(seed).fraction);
  try {
    const found = await run.run(isShort ? scenario.short : scenario);
    requireFaults(found);
    const { lost, repeated, broken, stallsMs, ...late } = examine({
      ...found,
      doClocksAgree: scenario.skewsMs === undefined,
      expected,
    });
    totals.instances += found.instances.length;
    totals.kills += found.kills;
    totals.lost += lost.length;
    totals.repeated += repeated.length;
    totals.stalls.push(...stallsMs);
    const line = lineOf(found, {
      lost: lost.length,
      repeated: repeated.length,
      broken: broken.length,
      'stalls p99': `${percentile(stallsMs, 0.99)} ms`,
      'timers late p99': `${percentile(late.timersLateMs, 0.99) ?? '–'} ms`,
      'events late p99': `${percentile(late.eventsLateMs, 0.99) ?? '–'} ms`,
    });
    const faults = [...lost, ...repeated, ...broken];
    if (faults.length === 0) return line;
    throw new Failure(line, {
      details: faults.slice(0, shownFaults).join('\n'),
    });
  } finally {
    await run.close();
  }
}

/** What was done, what went wrong meanwhile, and what came of it. */
function lineOf(found, outcome) {
  const counts = {
    instances: found.instances.length,
    kills: found.kills,
    freezes: found.freezes,
    crashes: found.crashes,
    cuts: found.cuts,
    calls: found.executions.length,
    'trimmed logs': found.trims.length,
    votes: found.votes.length,
    jobs: found.jobs.length,
    told: found.told?.length ?? '–',
    ...outcome,
  };
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

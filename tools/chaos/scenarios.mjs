import { Failure } from '../lib/Failure.mjs';

/**
 * Each scenario: on what it runs, what goes wrong, for how long, and how many instances are started meanwhile.
 *
 * `seconds` and `instances` are of the full run; `short` of the one for continuous integration.
 */
export const scenarios = [
  {
    name: 'kill',
    does: 'three replicas, one killed every 0.5–3 s',
    database: 'postgres',
    replicas: 3,
    fault: 'kill',
    seconds: 90,
    instances: 2_400,
    short: { seconds: 12, instances: 200 },
  },
  {
    name: 'freeze',
    does: 'three replicas, one stopped past its lease and continued',
    database: 'postgres',
    replicas: 3,
    fault: 'freeze',
    seconds: 60,
    instances: 1_200,
    short: { seconds: 10, instances: 160 },
  },
  {
    name: 'database',
    does: 'Postgres stopped at once and started, under load and while it recovers',
    database: 'postgres',
    replicas: 2,
    fault: 'crashDatabase',
    seconds: 60,
    instances: 800,
    short: { seconds: 10, instances: 80 },
  },
  {
    name: 'connections',
    does: 'connections cut in the middle of commits, late, and silent for good',
    database: 'postgres',
    replicas: 2,
    hasProxy: true,
    fault: 'breakConnections',
    seconds: 45,
    instances: 800,
    short: { seconds: 8, instances: 80 },
  },
  {
    name: 'sqlite',
    does: 'SQLite, its one process killed every 0.5–3 s',
    database: 'sqlite',
    replicas: 1,
    fault: 'kill',
    seconds: 60,
    instances: 600,
    short: { seconds: 12, instances: 80 },
  },
  {
    name: 'skew',
    does: 'clocks an hour ahead and an hour behind, one replica killed every 0.5–3 s',
    database: 'postgres',
    replicas: 3,
    skewsMs: [0, 3_600_000, -3_600_000],
    /** Timers mean nothing to replicas that disagree on the time by an hour. */
    workflows: ['sequence', 'parent'],
    fault: 'kill',
    seconds: 45,
    instances: 800,
    short: { seconds: 8, instances: 80 },
  },
  {
    name: 'slow disk',
    does: 'each fsync of Postgres 5 ms slower, one replica killed every 0.5–3 s',
    database: 'postgres',
    replicas: 2,
    slowFsyncMs: 5,
    fault: 'kill',
    seconds: 30,
    instances: 500,
    short: { seconds: 6, instances: 60 },
  },
];

/** @param {readonly string[]} names of scenarios; none: all of them */
export function chooseScenarios(names) {
  const known = scenarios.map(({ name }) => name);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new Failure(
      `there is no scenario ${unknown.join(', ')}, only ${known.join(', ')}`,
    );
  }
  return scenarios.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
}

/**
 * A scenario in which nothing was broken proves nothing.
 *
 * @param {{kills: number, freezes: number, crashes: number, cuts: number}} found how often what was broken
 */
export function requireFaults({ kills, freezes, crashes, cuts }) {
  if (kills + freezes + crashes + cuts === 0) {
    throw new Failure(
      'nothing was broken, so nothing is proven: no kill, freeze, crash or cut happened',
    );
  }
}

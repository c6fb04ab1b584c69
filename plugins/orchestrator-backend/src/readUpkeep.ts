import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  defaultRetention,
  type LifecycleOptions,
  type MisfirePolicy,
  type RetentionSettings,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { positiveDurationOf } from './readValues';

/** What the deployment says of schedules, events, and how long things are kept. */
export interface UpkeepConfig {
  readonly misfire: MisfirePolicy;
  readonly retention: RetentionSettings;
  /** Which lifecycle events are published to the portal. */
  readonly lifecycle: LifecycleOptions['level'] | 'off';
  /** Whether those whom an approval names get a notification of the portal. */
  readonly notifyApprovers: boolean;
  /** Topics of the portal's events that workflows may listen to. */
  readonly topics: readonly string[];
}

/**
 * Reads `orchestrator.schedules`, `orchestrator.retention`, `orchestrator.approvals` and `orchestrator.events`.
 *
 * @throws {@link @backstage/errors#InputError} naming the key whose value is wrong
 */
export function readUpkeep(config: Config): UpkeepConfig {
  const key = (name: string) => `orchestrator.${name}`;
  return {
    misfire: oneOf(config, key('schedules.misfire'), ['one', 'skip', 'all']),
    retention: readRetention(config),
    lifecycle: oneOf(config, key('events.lifecycle'), [
      'workflow',
      'all',
      'off',
    ]),
    notifyApprovers:
      config.getOptionalBoolean(key('approvals.notify')) ?? false,
    topics: config.getOptionalStringArray(key('events.topics')) ?? [],
  };
}

function readRetention(config: Config): RetentionSettings {
  const kept = (what: string) =>
    positiveDurationOf(config, `orchestrator.retention.${what}`);
  return {
    completedMs: kept('completed') ?? defaultRetention.completedMs,
    failedMs: kept('failed') ?? defaultRetention.failedMs,
    cancelledMs: kept('cancelled') ?? defaultRetention.cancelledMs,
    testsMs: kept('tests') ?? defaultRetention.testsMs,
    eventsMs: kept('events') ?? defaultRetention.eventsMs,
    entriesMs: kept('entries') ?? defaultRetention.entriesMs,
    occurrencesMs: kept('occurrences') ?? defaultRetention.occurrencesMs,
    deliveriesMs: kept('deliveries') ?? defaultRetention.deliveriesMs,
    jobsMs: kept('jobs') ?? defaultRetention.jobsMs,
  };
}

/** The first of the values is the default. */
function oneOf<T extends string>(
  config: Config,
  key: string,
  values: readonly [T, ...T[]],
): T {
  const text = config.getOptionalString(key) ?? values[0];
  const value = values.find(candidate => candidate === text);
  if (value !== undefined) return value;
  throw new InputError(`${key} must be ${values.join(' or ')}, not "${text}"`);
}

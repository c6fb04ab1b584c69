import { Cron, CronPattern } from 'croner';

const OPTIONS = { mode: '5-part' } as const;

/** Texts come from definitions and are few; the limit is against endless validation of new ones. */
const MAX_CACHED = 500;

const faults = new Map<string, string | undefined>();

/** What is wrong with a cron expression of five fields; `undefined` when nothing is. @internal */
export function cronFault(cron: string): string | undefined {
  if (faults.has(cron)) return faults.get(cron);
  const fault = findFault(cron);
  if (faults.size >= MAX_CACHED) faults.clear();
  faults.set(cron, fault);
  return fault;
}

function findFault(cron: string): string | undefined {
  try {
    return new CronPattern(cron, undefined, OPTIONS) && undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.replace(/^CronPattern: /, '');
  }
}

/** Whether the name of a time zone, such as `Europe/Berlin`, is known. @internal */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * When a cron expression of a definition is due next.
 *
 * @param timeZone - in which its fields are meant
 * @returns the first time after `after`; `undefined` when there is none, as for the 31st of February
 * @public
 */
export function nextCronTime(
  cron: string,
  timeZone: string,
  after: Date,
): Date | undefined {
  const schedule = new Cron(cron, { ...OPTIONS, timezone: timeZone });
  return schedule.nextRun(after) ?? undefined;
}

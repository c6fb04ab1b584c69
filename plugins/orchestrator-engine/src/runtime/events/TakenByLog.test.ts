import type { ListeningEntry, TakenSince } from '../../store/EventStore';
import { TakenByLog } from './TakenByLog';

const event = (id: string) => ({ source: '/s', id });

/** A log that grows, and of which the beginning can be deleted. */
class GrowingLog {
  readonly entries: ListeningEntry[] = [];
  readonly read: number[] = [];
  deleted: readonly { source: string; id: string }[] = [];
  #firstSeq = 1;

  add(taskKey: string, id?: string) {
    const seq = this.#firstSeq + this.entries.length;
    this.entries.push({ seq, taskKey, ...(id && { event: event(id) }) });
  }

  trim() {
    this.deleted = this.entries.flatMap(one => one.event ?? []);
    this.#firstSeq += this.entries.length;
    this.entries.length = 0;
  }

  takenSince = async (_: string, afterSeq: number): Promise<TakenSince> => {
    const entries = this.entries.filter(({ seq }) => seq > afterSeq);
    this.read.push(entries.length);
    const { deleted } = this;
    return this.#firstSeq > afterSeq + 1 ? { entries, deleted } : { entries };
  };
}

it('knows what a log tells, and reads only what is new of it', async () => {
  const log = new GrowingLog();
  const known = new TakenByLog(log);
  log.add('a');
  log.add('a', 'one');
  log.add('b');
  expect((await known.of('i')).isLeftFor('a', event('one'))).toBe(false);
  expect((await known.of('i')).isLeftFor('b', event('one'))).toBe(false);
  log.add('b', 'two');
  const taken = await known.of('i');
  expect(taken.isLeftFor('a', event('two'))).toBe(true);
  expect(taken.isLeftFor('b', event('two'))).toBe(false);
  expect(log.read).toEqual([3, 0, 1]);
});

it('takes what was deleted of a log for taken before whoever begins later', async () => {
  const log = new GrowingLog();
  const known = new TakenByLog(log);
  log.add('a');
  log.add('a', 'one');
  log.trim();
  log.add('b');
  expect((await known.of('i')).isLeftFor('b', event('one'))).toBe(false);
  expect((await known.of('i')).isLeftFor('b', event('two'))).toBe(true);
  log.add('b', 'two');
  log.trim();
  log.add('c');
  expect((await known.of('i')).isLeftFor('c', event('two'))).toBe(false);
});

it('remembers so much and no more', async () => {
  const log = new GrowingLog();
  const known = new TakenByLog(log);
  log.add('a');
  for (let id = 0; id < 60_000; id += 1) log.add('a', String(id));
  await known.of('first');
  await known.of('second');
  log.read.length = 0;
  await known.of('second');
  await known.of('first');
  expect(log.read).toEqual([0, 60_001]);
});

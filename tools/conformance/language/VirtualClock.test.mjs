import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from './VirtualClock.mjs';

/** A clock, and what rang at which second. */
function clockWithNotes() {
  const clock = new VirtualClock();
  const notes = [];
  const note = name => () => notes.push(`${name} ${clock.elapsedMs / 1000}`);
  return { clock, notes, note };
}

test('clock: goes on to the next alarm and no further', () => {
  const { clock, notes, note } = clockWithNotes();
  clock.schedule(note('late'), 5000);
  clock.schedule(note('soon'), 2000);

  assert.equal(clock.advance(), 'alarm');

  assert.deepEqual(notes, ['soon 2']);
});

test('clock: stops at a time that is known from elsewhere', () => {
  const { clock, notes, note } = clockWithNotes();
  clock.schedule(note('late'), 5000);

  clock.advance(clock.now() + 3000);

  assert.equal(clock.elapsedMs, 3000);
  assert.deepEqual(notes, []);
});

test('clock: looks for work once, however long it leaps', () => {
  const { clock, notes, note } = clockWithNotes();
  const worker = { nudge: note('look') };
  clock.schedule(() => worker.nudge(), 100);
  clock.schedule(note('alarm'), 60_000);

  clock.advance();

  assert.deepEqual(notes, ['look 0', 'alarm 60']);
});

test('clock: has no reason to go on for what is due in years', () => {
  const { clock, notes, note } = clockWithNotes();
  clock.schedule(note('never'), 10 * 365 * 24 * 3600 * 1000);

  assert.equal(clock.advance(), 'poll');

  assert.equal(clock.elapsedMs, 0);
  assert.deepEqual(notes, []);
});

test('clock: forgets an alarm that is called off', () => {
  const { clock, notes, note } = clockWithNotes();
  clock.schedule(note('off'), 1000)();

  clock.advance();

  assert.deepEqual(notes, []);
});

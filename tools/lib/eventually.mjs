import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './Failure.mjs';

const withinMs = 120_000;

/**
 * Asks again and again until there is an answer.
 *
 * @template T
 * @param {string} what is waited for
 * @param {number} everyMs
 * @param {() => Promise<T | undefined>} ask
 * @returns {Promise<T>}
 * @throws {Failure} when there is none within two minutes
 */
export async function eventually(what, everyMs, ask) {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(everyMs);
  }
  throw new Failure(`waited ${withinMs / 1000} s for ${what}`);
}

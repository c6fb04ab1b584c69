import { sequentialIds } from './workload.mjs';

/**
 * What the service was asked to do, held against itself: it does not know of any log.
 *
 * Where tasks come one after the other, a call of the next one says that the one before has been recorded. Whatever is called
 * after that of one before it was done again, and what comes in another order than in an undisturbed run (such as what undoes
 * earlier tasks) is broken.
 *
 * @param {readonly string[] | undefined} steps in the order of an undisturbed run
 */
export function examineOrder({ id, workflowId }, calls, steps, found) {
  if (!sequentialIds.includes(workflowId)) return;
  const began = [...calls].sort((a, b) => a.began - b.began);
  const done = [];
  for (const { key, step, replica } of began) {
    if (done.at(-1)?.key === key) continue;
    if (done.some(before => before.key === key))
      found.repeated.push(
        `${key} was made again by ${replica} after ${done.at(-1).key}`,
      );
    else done.push({ key, step });
  }
  examineSteps(id, done.map(({ step }) => step).join(), steps?.join(), found);
}

function examineSteps(id, done, due, found) {
  if (due === undefined || done === due) return;
  found.broken.push(`${id} did ${done}, and not ${due}`);
}

/** The steps of an instance in the order in which they were first begun. */
export function stepsOf(calls) {
  const byKey = new Map(calls.map(({ key, step }) => [key, step]));
  return [...byKey.values()];
}

/** The result of work that others wait for, too; rejects with the signal's reason as soon as it aborts. */
export async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, controller);
  });
  try {
    // The work is raced with also when it is too late: should it fail, somebody has heard of it.
    return await Promise.race([aborted, work]);
  } finally {
    controller.abort();
  }
}

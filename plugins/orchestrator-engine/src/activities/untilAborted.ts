/** The result of work that others wait for, too; rejects with the signal's reason as soon as it aborts. */
export async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      signal: controller.signal,
    });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    controller.abort();
  }
}

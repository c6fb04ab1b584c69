const startedAt = Date.now();

/** @param {number} ms */
export const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs one phase of a longer work and shows it while it lasts: on a terminal as a running clock, else every 15 seconds.
 *
 * @template T
 * @param {string} title what is being done, e.g. `Installing dependencies`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what `work` gives
 */
export async function phase(title, work) {
  const began = Date.now();
  const stopClock = showClock(title, began);
  try {
    const result = await work();
    stopClock(`✓ ${title} (${seconds(Date.now() - began)})`);
    return result;
  } catch (error) {
    stopClock(`✗ ${title} (${seconds(Date.now() - began)})`);
    throw error;
  }
}

/** Seconds since the command was started, for its last line. */
export const elapsed = () => seconds(Date.now() - startedAt);

function showClock(title, began) {
  return process.stdout.isTTY
    ? showTerminalClock(title, began)
    : showPlainClock(title, began);
}

function showTerminalClock(title, began) {
  const write = text => process.stdout.write(`\r\x1b[K${text}`);
  const tick = () => write(`… ${title} (${seconds(Date.now() - began)})`);
  tick();
  const timer = setInterval(tick, 200);
  return lastLine => {
    clearInterval(timer);
    write(`${lastLine}\n`);
  };
}

function showPlainClock(title, began) {
  console.log(`… ${title}`);
  const timer = setInterval(
    () => console.log(`… ${title} (${seconds(Date.now() - began)})`),
    15_000,
  );
  return lastLine => {
    clearInterval(timer);
    console.log(lastLine);
  };
}

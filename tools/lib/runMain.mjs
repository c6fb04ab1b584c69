import { stopChildren } from './children.mjs';
import { Failure } from './Failure.mjs';

/**
 * Runs a command's main function; a failure ends the process with exit code 1 after one clear line.
 *
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    const isExpected = error instanceof Failure;
    if (isExpected && error.details) console.error(`\n${error.details}`);
    console.error(`\n✗ ${isExpected ? error.message : error.stack}`);
    process.exitCode = 1;
    await stopChildren();
  }
}

import { Failure } from './Failure.mjs';
import { seconds } from './phases.mjs';

/**
 * What a command checked: shown line by line while it goes on, as a table at the end, and with `--json` as one JSON
 * object on the last line. The exit code is 0 only when something was checked and nothing failed.
 */
export class Report {
  #command;
  #isJson;
  #checks = [];
  #facts = {};
  #headline;

  /**
   * @param {string} command e.g. `verify`
   * @param {{json?: boolean}} [options]
   */
  constructor(command, { json = false } = {}) {
    this.#command = command;
    this.#isJson = json;
  }

  get hasFailed() {
    return this.#checks.some(({ result }) => result === 'failed');
  }

  /**
   * Runs one check. It passes unless `work` throws.
   *
   * @param {string} name
   * @param {() => Promise<string | void>} work may return a note for the table
   * @returns {Promise<boolean>} whether it passed
   */
  async check(name, work) {
    const began = Date.now();
    try {
      const note = await work();
      this.#add({ name, result: 'passed', note, ms: Date.now() - began });
      return true;
    } catch (error) {
      this.#add({
        name,
        result: 'failed',
        note: error.message.split('\n')[0],
        ms: Date.now() - began,
      });
      console.log(explanation(error));
      return false;
    }
  }

  /** Notes a check that was left out, and why. */
  skip(name, note) {
    this.#add({ name, result: 'skipped', note, ms: 0 });
  }

  /** Adds figures to the JSON object. */
  state(facts) {
    Object.assign(this.#facts, facts);
  }

  /** Says in one line what the checks have shown, above their counts. */
  headline(text) {
    this.#headline = text;
  }

  /** Prints the table and sets the exit code. */
  finish() {
    const count = result =>
      this.#checks.filter(check => check.result === result).length;
    const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(
      count,
    );
    const ok = failed === 0 && passed > 0;
    console.log(`\n${table(this.#checks)}\n`);
    if (this.#headline) console.log(this.#headline);
    console.log(
      `${this.#command}: ${passed} passed, ${failed} failed${
        skipped > 0 ? `, ${skipped} skipped` : ''
      }`,
    );
    if (this.#isJson) {
      const checks = this.#checks;
      const command = this.#command;
      console.log(
        JSON.stringify({
          command,
          ok,
          passed,
          failed,
          skipped,
          ...this.#facts,
          checks,
        }),
      );
    }
    process.exitCode = ok ? 0 : 1;
  }

  #add(check) {
    this.#checks.push(check);
    console.log(line(check));
  }
}

const signs = { passed: '✓', failed: '✗', skipped: '–' };

function line({ name, result, note, ms }) {
  const time = result === 'skipped' ? '' : ` (${seconds(ms)})`;
  return `${signs[result]} ${name}${time}${note ? `: ${note}` : ''}`;
}

function explanation(error) {
  if (error instanceof Failure) return error.details ?? '';
  return error.stack;
}

function table(checks) {
  const width = Math.max(...checks.map(({ name }) => name.length), 5);
  const rows = checks.map(({ name, result, ms }) =>
    [name.padEnd(width), result.padEnd(7), seconds(ms).padStart(8)].join('  '),
  );
  const head = ['check'.padEnd(width), 'result '.padEnd(7), 'time'.padStart(8)];
  return [head.join('  '), ...rows].join('\n');
}

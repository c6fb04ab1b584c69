// Evaluates written and generated programs with our evaluator and with jq itself, and prints every disagreement.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readOptions } from '../../lib/options.mjs';
import { generatePairs } from './generatePairs.mjs';
import { JqOracle } from './JqOracle.mjs';
import { OwnJq } from './OwnJq.mjs';

const require = createRequire(import.meta.url);
const batchSize = 250;

/** Exit code 1 when a case disagrees, or when what is listed as a deliberate difference is none. */
export async function compareWithJq(usage) {
  const { json, pairs, seed } = readOptions(
    {
      json: { type: 'boolean' },
      pairs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '20261122' },
    },
    usage,
  );
  const oracle = await JqOracle.open(require('jq-web'));
  const own = new OwnJq();
  const generated = [...generatePairs(Number(pairs), Number(seed))];
  const results = {
    written: compareAll(readCases(), own, oracle),
    generated: compareAll(generated, own, oracle),
    deliberate: checkDifferences(readDifferences(), own, oracle),
  };
  print(results, { json, seed: Number(seed) });
}

function readCases() {
  return Object.entries(readJson('cases.json')).flatMap(([family, cases]) =>
    cases.map(([program, input]) => ({ family, program, input })),
  );
}

function readDifferences() {
  return readJson('differences.json').flatMap(({ reason, cases }) =>
    cases.map(([program, input, outcome]) => ({
      family: reason,
      program,
      input,
      outcome,
    })),
  );
}

function readJson(name) {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

/** A case is as expected when we give what jq gives. */
function compareAll(pairs, own, oracle) {
  return evaluateAll(pairs, own, oracle).map(each => ({
    ...each,
    isAsExpected: isSame(each.own, each.jq),
  }));
}

/** A deliberate difference is as expected while we give what is written down and jq does not. */
function checkDifferences(pairs, own, oracle) {
  return evaluateAll(pairs, own, oracle).map(each => ({
    ...each,
    isAsExpected: isSame(each.own, each.outcome) && !isSame(each.own, each.jq),
  }));
}

function evaluateAll(pairs, own, oracle) {
  const batches = Array.from(
    { length: Math.ceil(pairs.length / batchSize) },
    (_, index) => pairs.slice(index * batchSize, (index + 1) * batchSize),
  );
  return batches.flatMap(batch => {
    const expected = oracle.evaluateAll(batch);
    return batch.map((pair, index) => ({
      ...pair,
      own: own.evaluate(pair),
      jq: expected[index],
    }));
  });
}

function isSame(left, right) {
  return JSON.stringify(left) === JSON.stringify(right);
}

function print(results, { json, seed }) {
  const disagreements = Object.values(results)
    .flat()
    .filter(({ isAsExpected }) => !isAsExpected);
  for (const each of disagreements) console.log(describe(each));
  for (const [name, outcomes] of Object.entries(results)) {
    console.log(`\n${line(name, outcomes)}`);
    for (const [family, own] of Map.groupBy(outcomes, each => each.family)) {
      console.log(`  ${line(family, own)}`);
    }
  }
  const { written, generated, deliberate } = results;
  const compared = [...written, ...generated];
  const { agreed, total } = summary(compared);
  const failed = disagreements.length;
  console.log(`\nconformance jq: ${agreed} of ${total} agreed`);
  if (json) {
    const facts = {
      ...summary(compared),
      written: summary(written),
      generated: summary(generated),
      deliberateDifferences: summary(deliberate),
      seed,
    };
    console.log(JSON.stringify(facts));
  }
  // jq sets the exit code, too: to that of its last program.
  process.exitCode = failed > 0 ? 1 : 0;
}

function describe({ program, input, own, jq }) {
  return [
    `${program}   on ${JSON.stringify(input)}`,
    `  own ${JSON.stringify(own)}`,
    `  jq  ${JSON.stringify(jq)}`,
  ].join('\n');
}

function summary(outcomes) {
  const agreed = outcomes.filter(({ isAsExpected }) => isAsExpected).length;
  return { agreed, total: outcomes.length };
}

function line(name, outcomes) {
  const { agreed, total } = summary(outcomes);
  const share = ((100 * agreed) / Math.max(1, total)).toFixed(2);
  return `${String(agreed).padStart(6)} of ${String(total).padStart(
    6,
  )}  ${share.padStart(6)} %  ${name}`;
}

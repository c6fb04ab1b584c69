// Reading and checking definitions: our parser beside the specification's SDK, by turns in each round, so that what else
// the machine does hits both alike; rates count the processor's time, not that of the clock.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runChild } from '../../tools/lib/children.mjs';
import { Failure } from '../../tools/lib/Failure.mjs';
import { readOptions } from '../../tools/lib/options.mjs';
import { fromRoot } from '../../tools/lib/paths.mjs';
import { phase } from '../../tools/lib/phases.mjs';
import { ensureBenchmarksInstalled } from '../ensureBenchmarksInstalled.mjs';

const examples = fromRoot('../shared/fixtures/dsl-examples');
const starter = fromRoot('benchmarks/validate/measureStart.mjs');
const sliceMs = 100;
/** One slip of the pen; both find it. */
const typo = ['endpoint:', 'endpont:'];
const typoExample = 'call-http-query-parameters.yaml';

export async function benchValidate(usage) {
  const { json, rounds } = readOptions(
    {
      json: { type: 'boolean' },
      rounds: { type: 'string', default: '15' },
    },
    usage,
  );
  const files = readExamples();
  await ensureBenchmarksInstalled();
  await buildOwn();
  const { contenders } = await import('./contenders.mjs');
  const loaded = Object.entries(contenders).map(([name, load]) => ({
    name,
    ...load(),
  }));
  const common = files.filter(({ text }) =>
    loaded.every(({ whole }) => whole(text).length === 0),
  );
  const results = {
    accepted: perContender(
      loaded,
      ({ whole }) =>
        files.filter(({ text }) => whole(text).length === 0).length,
    ),
    ...(await measure(loaded, common, Number(rounds))),
    message: measureMessages(loaded),
  };
  print(results, files.length, common.length);
  if (json) console.log(JSON.stringify({ rounds: Number(rounds), results }));
}

function readExamples() {
  if (!existsSync(examples)) {
    throw new Failure(`the examples of the language are not in ${examples}`);
  }
  return readdirSync(examples)
    .sort()
    .map(name => ({ path: join(examples, name), name }))
    .map(file => ({ ...file, text: readFileSync(file.path, 'utf8') }));
}

async function buildOwn() {
  const logFile = fromRoot('test-output/bench-build.log');
  await phase('Building the language', async () => {
    const code = await runChild(
      fromRoot('yarnw'),
      ['backstage-cli', 'package', 'build'],
      { cwd: fromRoot('plugins/orchestrator-dsl'), logFile },
    );
    if (code === 0) return;
    const details = readFileSync(logFile, 'utf8');
    throw new Failure('the language could not be built', { details });
  });
}

async function measure(loaded, files, rounds) {
  const texts = files.map(({ text }) => text);
  const whole = loaded.map(({ name, whole: read }) => ({
    name,
    runs: texts.map(text => () => read(text)),
  }));
  const validation = loaded.map(({ name, prepare }) => ({
    name,
    runs: texts.map(prepare),
  }));
  const started = [...files].sort((a, b) => b.text.length - a.text.length)[0];
  const samples = { whole: {}, validation: {}, start: {} };
  [...whole, ...validation].forEach(({ runs }) => perSecond(runs));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, runs } of inTurn(whole, round)) {
      (samples.whole[name] ??= []).push(perSecond(runs));
    }
    for (const { name, runs } of inTurn(validation, round)) {
      (samples.validation[name] ??= []).push(perSecond(runs));
    }
    for (const { name } of inTurn(loaded, round)) {
      (samples.start[name] ??= []).push(await startMs(name, started.path));
    }
  }
  return mapValues(samples, byName => mapValues(byName, median));
}

/** Nobody is always the first. */
function inTurn(contenders, round) {
  return round % 2 === 0 ? contenders : [...contenders].reverse();
}

/** Definitions per second of the processor, all of them again and again for a while. */
function perSecond(runs) {
  let passes = 0;
  const began = process.cpuUsage();
  let elapsedMs = 0;
  while (elapsedMs < sliceMs) {
    for (const run of runs) run();
    passes += 1;
    const { user, system } = process.cpuUsage(began);
    elapsedMs = (user + system) / 1000;
  }
  return (1000 * passes * runs.length) / elapsedMs;
}

async function startMs(name, path) {
  const args = [starter, name, path];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return Number(stdout);
}

function measureMessages(loaded) {
  const file = join(examples, typoExample);
  const text = readFileSync(file, 'utf8').replace(...typo);
  return perContender(loaded, ({ whole }) => {
    const message = whole(text).join('\n');
    if (message === '') throw new Failure(`nothing found in ${typo[1]}`);
    return {
      characters: message.length,
      lines: message.split('\n').length,
      firstLine: message.split('\n')[0],
    };
  });
}

function perContender(loaded, value) {
  return Object.fromEntries(loaded.map(one => [one.name, value(one)]));
}

function mapValues(object, map) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, map(value)]),
  );
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function print(results, total, common) {
  const { accepted, whole, validation, start, message } = results;
  console.log(`\n${''.padEnd(44)}own        sdk      ratio`);
  line(`definitions accepted, of ${total}`, accepted, 0);
  line(`read and checked per second, of ${common} each`, whole, 0);
  line('checked per second', validation, 0);
  line('load and first definition, ms', start, 1, true);
  const characters = mapValues(message, one => one.characters);
  line('length of the message for one slip', characters, 0, true);
  console.log(`\nown: ${message.own.firstLine}`);
  console.log(`sdk: ${message.sdk.firstLine} … ${message.sdk.lines} lines`);
}

function line(what, { own, sdk }, digits, isLessBetter = false) {
  const ratio = isLessBetter ? sdk / own : own / sdk;
  const shown = [own, sdk].map(value =>
    value.toLocaleString('en', { maximumFractionDigits: digits }).padStart(11),
  );
  console.log(
    `${what.padEnd(36)}${shown.join('')} ${ratio.toFixed(2).padStart(8)} ×`,
  );
}

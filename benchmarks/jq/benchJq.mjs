// Throughput of compiled programs: our evaluator and every other jq package that can be installed, one after the other in
// each round, so that what else the machine does hits all alike.
import { readOptions } from '../../tools/lib/options.mjs';
import { ensureBenchmarksInstalled } from '../ensureBenchmarksInstalled.mjs';
import { workloads } from './workloads.mjs';

const roundMs = 200;

export async function benchJq(usage) {
  const { json, rounds } = readOptions(
    {
      json: { type: 'boolean' },
      rounds: { type: 'string', default: '5' },
    },
    usage,
  );
  await ensureBenchmarksInstalled();
  const { engines } = await import('./engines.mjs');
  const results = [];
  for (const workload of workloads) {
    const result = await measureWorkload(workload, engines, Number(rounds));
    results.push(result);
    print(result);
  }
  if (json) console.log(JSON.stringify({ rounds: Number(rounds), results }));
}

async function measureWorkload(workload, engines, rounds) {
  const runners = [];
  const failures = [];
  for (const engine of engines) {
    try {
      runners.push(await prepare(engine, workload));
    } catch (error) {
      failures.push({ engine: engine.name, reason: reasonOf(error) });
    }
  }
  const samples = new Map(runners.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of runners) {
      await addSample(samples, failures, name, run);
    }
  }
  const rates = [...samples].map(([engine, all]) => ({
    engine,
    perSecond: median(all),
  }));
  return {
    workload: workload.name,
    program: workload.program,
    rates,
    failures,
  };
}

/** An engine that fails on the way is out, with the reason. */
async function addSample(samples, failures, name, run) {
  const sample = samples.get(name);
  if (!sample) return;
  try {
    sample.push(await perSecond(run));
  } catch (error) {
    samples.delete(name);
    failures.push({ engine: name, reason: reasonOf(error) });
  }
}

/** A runner whose result is right; anything else is no competitor. */
async function prepare({ name, compile }, { program, input, expected }) {
  const run = await compile(program, input);
  const result = await run();
  if (JSON.stringify(result) !== JSON.stringify(expected)) {
    throw new Error(`wrong result ${JSON.stringify(result)?.slice(0, 60)}`);
  }
  return { name, run };
}

/** Calls the runner for a while; in growing batches, so that looking at the clock does not count. */
async function perSecond(run) {
  const isAsync = run() instanceof Promise;
  let calls = 0;
  let batch = 1;
  const began = performance.now();
  let elapsed = 0;
  while (elapsed < roundMs) {
    for (let call = 0; call < batch; call += 1) {
      if (isAsync) await run();
      else run();
    }
    calls += batch;
    elapsed = performance.now() - began;
    if (elapsed < roundMs / 20) batch *= 2;
  }
  return (1000 * calls) / elapsed;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function reasonOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0].slice(0, 100);
}

function print({ workload, program, rates, failures }) {
  const own = rates[0].perSecond;
  console.log(`\n${workload}: ${program.replace(/\s+/g, ' ').slice(0, 100)}`);
  for (const { engine, perSecond: rate } of rates) {
    const ratio = own / rate;
    const digits = ratio < 10 ? 2 : 0;
    console.log(
      `  ${engine.padEnd(22)} ${Math.round(rate)
        .toLocaleString('en')
        .padStart(12)} /s  ${ratio.toFixed(digits).padStart(8)} ×`,
    );
  }
  for (const { engine, reason } of failures) {
    console.log(`  ${engine.padEnd(22)} cannot: ${reason}`);
  }
}

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * All that evaluate jq in JavaScript. `compile` gives a function that evaluates the program once and returns its first
 * result; where a package can compile ahead it does.
 */
export const engines = [
  { name: 'ours', compile: compileOwn },
  { name: 'jq-web', compile: compileJqWeb },
  { name: 'jq-wasm', compile: compileJqWasm },
  { name: '@michaelhomer/jqjs', compile: compileJqjs },
  { name: '@jq-tools/jq', compile: compileJqTools },
  { name: 'fgh', compile: compileFgh },
  { name: 'jq-in-the-browser', compile: compileInTheBrowser },
  { name: 'jqts', compile: compileJqts },
];

function compileOwn(program, input) {
  const {
    createJqExpressionEvaluator,
  } = require('../../plugins/orchestrator-dsl/src/expressions/jq/createJqExpressionEvaluator.ts');
  const compiled = createJqExpressionEvaluator().compile(program, {
    variables: [],
  });
  return () => compiled.first(input, {});
}

async function compileJqWeb(program, input) {
  const jq = await require('jq-web');
  return () => jq.json(input, program);
}

/** Its memory is used up after some three hundred calls, so a measurement may fail. */
async function compileJqWasm(program, input) {
  const jq = require('jq-wasm');
  return () => jq.json(input, program);
}

async function compileJqjs(program, input) {
  const { default: jq } = await import('@michaelhomer/jqjs');
  const compiled = jq.compile(program);
  return () => compiled(input).next().value;
}

function compileJqTools(program, input) {
  const { evaluate, parse } = require('@jq-tools/jq');
  const parsed = parse(program);
  return () => evaluate(parsed, [input]).next().value;
}

async function compileFgh(program, input) {
  const { compile } = await import('fgh');
  const compiled = compile(program);
  return () => compiled(input)[0];
}

function compileInTheBrowser(program, input) {
  const module = require('jq-in-the-browser');
  const compiled = (module.default ?? module)(program);
  return () => compiled(input);
}

function compileJqts(program, input) {
  const module = require('jqts');
  const compiled = (module.default ?? module).compile(program);
  return () => compiled.evaluate(input)[0];
}

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The engine and the language, from their sources. */
export const {
  createActivities,
  EmbeddedRuntime,
  migrate,
  openStores,
  WorkerFencedError,
} = require('../../../plugins/orchestrator-engine/src/index.ts');

export const {
  buildGraph,
  createJqExpressionEvaluator,
  layoutGraph,
  parseWorkflow,
  toMermaid,
} = require('../../../plugins/orchestrator-dsl/src/index.ts');

// What is compared: our parser as it is built for publication, and the specification's own SDK. Each is loaded by
// `require`, as a backend loads it.
import { createRequire } from 'node:module';
import { fromRoot } from '../../tools/lib/paths.mjs';

const require = createRequire(import.meta.url);

const ownFolder = fromRoot('plugins/orchestrator-dsl/dist');

function loadOwn() {
  const { parseWorkflow } = require(`${ownFolder}/index.cjs.js`);
  const part = name => require(`${ownFolder}/language/${name}.cjs.js`);
  return {
    /** @returns what is wrong with the text, one message each */
    whole(text) {
      const { definition, problems } = parseWorkflow(text);
      return definition ? [] : problems.map(({ message }) => message);
    },
    /** Reads YAML beforehand; gives what then checks it. */
    prepare(text) {
      const { ProblemLog } = part('source/ProblemLog');
      const { readSource } = part('source/readSource');
      const { parseRoot } = part('parseWorkflow');
      const { root } = readSource(text, new ProblemLog());
      return () => parseRoot(root, new ProblemLog(), {});
    },
  };
}

function loadSdk() {
  const { Classes, validate } = require('@serverlessworkflow/sdk');
  return {
    whole(text) {
      try {
        Classes.Workflow.deserialize(text);
        return [];
      } catch (error) {
        return [error.message];
      }
    },
    prepare(text) {
      const value = require('js-yaml').load(text);
      return () => validate('Workflow', value);
    },
  };
}

/** Loaders by name; ours is the first. */
export const contenders = { own: loadOwn, sdk: loadSdk };

/**
 * Checks what the documentation shows: that its links lead somewhere, that its examples in TypeScript compile, and that its
 * examples of configuration fit their schema.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runChild } from './lib/children.mjs';
import { codeBlocksOf } from './lib/markdown/codeBlocksOf.mjs';
import { compileBlocks } from './lib/markdown/compileBlocks.mjs';
import { deadLinksOf } from './lib/markdown/deadLinksOf.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { Failure } from './lib/Failure.mjs';
import { listDocuments } from './lib/markdown/listDocuments.mjs';
import { nodeEnvironment } from './lib/nodeBinary.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { Report } from './lib/Report.mjs';
import { runMain } from './lib/runMain.mjs';

const outputFolder = fromRoot('test-output/docs');

await runMain(async () => {
  await ensureInstalled();
  const documents = listDocuments().map(path => ({
    path,
    text: readFileSync(fromRoot(path), 'utf8'),
  }));
  const blocks = documents.flatMap(codeBlocksOf);
  const report = new Report('docs', {});
  await report.check('links', () => sayFaults(documents.flatMap(deadLinksOf)));
  await report.check('TypeScript', () =>
    sayFaults(compileBlocks(blocks.filter(({ language }) => isCode(language)))),
  );
  const configurations = blocks.filter(isConfiguration);
  for (const [text, same] of Map.groupBy(configurations, one => one.text)) {
    const places = same.map(({ place }) => place).join(', ');
    await report.check(`configuration in ${places}`, () =>
      checkConfiguration(text),
    );
  }
  report.finish();
});

function isCode(language) {
  return language === 'ts' || language === 'tsx';
}

function isConfiguration({ language, text }) {
  return language === 'yaml' && /^(orchestrator|backend|app):$/m.test(text);
}

function sayFaults(faults) {
  if (faults.length === 0) return;
  throw new Failure(`${faults.length} are wrong`, {
    details: faults.join('\n'),
  });
}

async function checkConfiguration(text) {
  mkdirSync(outputFolder, { recursive: true });
  const file = `${outputFolder}/app-config.yaml`;
  const logFile = `${outputFolder}/config-check.log`;
  writeFileSync(file, text);
  writeFileSync(logFile, '');
  const files = [fromRoot('app-config.yaml'), file];
  const code = await runChild(
    fromRoot('node_modules/.bin/backstage-cli'),
    ['config:check', '--lax', ...files.flatMap(one => ['--config', one])],
    { cwd: root, logFile, env: nodeEnvironment() },
  );
  if (code === 0) return;
  const details = readFileSync(logFile, 'utf8').trimEnd();
  throw new Failure('it does not fit its schema', { details });
}

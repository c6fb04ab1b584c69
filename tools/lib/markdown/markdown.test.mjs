import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeBlocksOf } from './codeBlocksOf.mjs';
import { compileBlocks } from './compileBlocks.mjs';
import { anchorsOf, deadLinksOf } from './deadLinksOf.mjs';

const fence = '```';

describe('codeBlocksOf', () => {
  it('tells where each example begins, and leaves out what it is indented by', () => {
    const text = [
      '# Title',
      `${fence}ts`,
      'run();',
      fence,
      '- item',
      `  ${fence}sh`,
      '  yarn',
      `  ${fence}`,
    ].join('\n');
    assert.deepEqual(codeBlocksOf({ path: 'a.md', text }), [
      { place: 'a.md:2', language: 'ts', text: 'run();\n' },
      { place: 'a.md:6', language: 'sh', text: 'yarn\n' },
    ]);
  });
});

describe('anchorsOf', () => {
  it('is how headings are linked, numbered where there are several alike', () => {
    const text = '# `a`, and b\n\n## Is it well?\n\n## Is it well?\n';
    assert.deepEqual(anchorsOf(text), [
      'a-and-b',
      'is-it-well',
      'is-it-well-1',
    ]);
  });
});

describe('deadLinksOf', () => {
  const linksTo = target =>
    deadLinksOf({ path: 'docs/api-usage.md', text: `\n[it](${target})` });

  it('finds files and headings that there are not', () => {
    assert.deepEqual(linksTo('no-such.md'), [
      'docs/api-usage.md:2: there is no no-such.md',
    ]);
    assert.deepEqual(linksTo('../README.md#no-such-heading'), [
      'docs/api-usage.md:2: there is no ../README.md#no-such-heading',
    ]);
  });

  it('has nothing to say of those that there are, of other sites and of examples', () => {
    assert.deepEqual(linksTo('../README.md'), []);
    assert.deepEqual(linksTo('https://example.com/no-such.md'), []);
    const text = `${fence}md\n[it](no-such.md)\n${fence}\n`;
    assert.deepEqual(deadLinksOf({ path: 'README.md', text }), []);
  });
});

describe('compileBlocks', () => {
  it('says what the compiler says, where it stands, and knows what examples take for granted', () => {
    const place = 'a.md:1';
    const faults = compileBlocks([
      {
        place,
        language: 'ts',
        text: "const { id: run } = await api.executeWorkflow({ workflowId: 'hello' });\nrun.status;\n",
      },
    ]);
    assert.deepEqual(faults, [
      "a.md:1: run.status;\n  Property 'status' does not exist on type 'string'.",
    ]);
  });
});

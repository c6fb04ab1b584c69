import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';

const folder = join(__dirname, 'operations');

interface ContractOperation {
  readonly tags: readonly string[];
  readonly operationId: string;
}

/** The operations that the contract has, in the folders of their tags. */
function inContract(): readonly string[] {
  return Object.values(openApiSpec.paths)
    .flatMap(path => Object.values<ContractOperation>(path))
    .flatMap(({ tags, operationId }) =>
      tags.map(tag => `${tag.toLowerCase()}/${operationId}.ts`),
    );
}

describe('the operations', () => {
  it.each(inContract())(
    'are each a file in the folder of its tag: %s',
    file => {
      const [tag, name] = file.split('/');
      expect(readdirSync(join(folder, tag))).toContain(name);
    },
  );
});

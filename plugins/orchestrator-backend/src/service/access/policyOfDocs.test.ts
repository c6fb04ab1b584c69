import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

it('is in the documentation as the compiler has checked it', () => {
  const [, example] =
    /```ts\n([\s\S]*?)```/.exec(read('docs/permissions.md')) ?? [];
  expect(example).toBe(read('examples/policy.ts'));
});

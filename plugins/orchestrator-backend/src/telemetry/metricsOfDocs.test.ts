import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { OPEN_STREAMS } from '../http/stream/openStreams';

const docs = join(__dirname, '../../../../docs');

/** The cells of the rows that tell of a metric. */
function rowsOf(page: string): string[][] {
  return readFileSync(join(docs, page), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `orchestrator.'))
    .map(line => line.split('|').slice(1, -1))
    .map(cells => cells.map(cell => cell.replaceAll('`', '').trim()));
}

const metrics = [
  ...Object.entries(METRICS).map(([name, metric]) => ({ name, ...metric })),
  OPEN_STREAMS,
];

it('are in the documentation as the code has them', () => {
  expect(rowsOf('configuration.md')).toEqual(
    metrics.map(({ name, kind, unit, attributes, description }) => [
      name,
      kind,
      unit,
      attributes.join(', '),
      `${description}.`,
    ]),
  );
});

it('exist that operators are told to look at', () => {
  const watched = rowsOf('operations.md').map(([name]) => name);
  expect(watched).toContain('orchestrator.queue.depth');
  expect(metrics.map(({ name }) => name)).toEqual(
    expect.arrayContaining(watched),
  );
});

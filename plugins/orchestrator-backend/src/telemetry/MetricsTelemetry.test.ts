import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { MetricsTelemetry } from './MetricsTelemetry';

describe('MetricsTelemetry', () => {
  it('makes each metric once and hands on what is measured', () => {
    const seen: unknown[] = [];
    const made: string[] = [];
    const metrics: Pick<MetricsService, 'createCounter' | 'createHistogram'> = {
      createCounter: name => {
        made.push(name);
        return { add: (...of) => seen.push([name, ...of]) };
      },
      createHistogram: name => {
        made.push(name);
        return { record: (...of) => seen.push([name, ...of]) };
      },
    };
    const telemetry = new MetricsTelemetry(metrics as MetricsService);

    telemetry.count('orchestrator.instances.started', 1, { workflow: 'a' });
    telemetry.count('orchestrator.instances.started', 2, { workflow: 'b' });
    telemetry.measure('orchestrator.commit.size', 7, {});

    expect(made).toEqual([
      'orchestrator.instances.started',
      'orchestrator.commit.size',
    ]);
    expect(seen).toEqual([
      ['orchestrator.instances.started', 1, { workflow: 'a' }],
      ['orchestrator.instances.started', 2, { workflow: 'b' }],
      ['orchestrator.commit.size', 7, {}],
    ]);
  });
});

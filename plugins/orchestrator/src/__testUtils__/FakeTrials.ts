import type { OrchestratorClient } from '../api/OrchestratorClient';
import type { FakeContent } from './FakeContent';

/** Trials that answer what the test says, and note what was asked. */
export class FakeTrials {
  readonly dryRuns: Parameters<OrchestratorClient['dryRunWorkflow']>[0][] = [];
  readonly tasks: Parameters<OrchestratorClient['executeTask']>[0][] = [];

  constructor(private readonly content: FakeContent) {}

  dryRun: OrchestratorClient['dryRunWorkflow'] = async request => {
    this.dryRuns.push(request);
    if (this.content.dryRun) return this.content.dryRun(request);
    throw notSaid();
  };

  executeTask: OrchestratorClient['executeTask'] = async request => {
    this.tasks.push(request);
    if (this.content.executeTask) return this.content.executeTask(request);
    throw notSaid();
  };
}

function notSaid() {
  return new Error('The test does not say how this goes');
}

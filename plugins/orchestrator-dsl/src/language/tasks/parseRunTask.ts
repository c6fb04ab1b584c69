import type { ParseScope } from '../ParseScope';
import { requireCapability } from '../requireCapability';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { Process, RunTask } from '../WorkflowDefinition';
import { parseContainer } from './run/parseContainer';
import { parseScript } from './run/parseScript';
import { parseShell } from './run/parseShell';
import { parseSubflow } from './run/parseSubflow';
import type { TaskParser } from './TaskParser';

const PROCESSES = ['container', 'script', 'shell', 'workflow'] as const;

const PARSERS: {
  readonly [kind in Process['kind']]: (
    node: SourceNode,
    scope: ParseScope,
  ) => Process;
} = {
  container: parseContainer,
  script: parseScript,
  shell: parseShell,
  workflow: parseSubflow,
};

/** DSL reference, "Run". @internal */
export const parseRunTask: TaskParser<RunTask | undefined> = (
  task,
  base,
  scope,
) => {
  const run = task.required('run', node =>
    node.object(reader => readRun(reader, scope)),
  );
  return run.process && { ...base, kind: 'run', ...run, process: run.process };
};

function readRun(run: ObjectReader, scope: ParseScope) {
  const kind = run.exactlyOne(PROCESSES);
  return {
    process: kind && run.optional(kind, parseProcess(kind, scope)),
    await: run.optional('await', node => node.boolean()) ?? true,
    return: run.optional('return', parseReturn) ?? 'stdout',
  };
}

const parseProcess =
  (kind: Process['kind'], scope: ParseScope) =>
  (node: SourceNode): Process => {
    const process = PARSERS[kind](node, scope);
    if (process.kind !== 'workflow') {
      requireCapability(node, describe(process), capabilityOf(process), {
        available: scope.capabilities.processes,
        setting: `orchestrator.run.${kind}`,
      });
    }
    return process;
  };

function describe(process: Process): string {
  return process.kind === 'script'
    ? `\`run.script\` in ${process.language}`
    : `\`run.${process.kind}\``;
}

function capabilityOf(process: Process): string {
  return process.kind === 'script'
    ? `script:${process.language}`
    : process.kind;
}

function parseReturn(node: SourceNode): RunTask['return'] {
  return node.oneOf(['stdout', 'stderr', 'code', 'all', 'none']);
}

import type {
  Json,
  ProcessReturn,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { standardError } from '../../interpreter/WorkflowError';
import type { Secrets } from '../secrets/Secrets';
import type { EndedProcess } from './runProcess';

/**
 * What a task gets of a process (DSL reference, "Process Result"): texts as they were written, never parsed.
 *
 * An exit code other than 0 is a result where the task asks for it, or for what the process says of its troubles
 * (`code`, `stderr`, `all`).
 *
 * @throws WorkflowError `runtime` when the process failed
 */
export function processResult(
  target: string,
  process: EndedProcess,
  wanted: ProcessReturn,
  secrets: Secrets,
): Json {
  const { code, stdout, stderr } = process;
  if (code === undefined) throw failed(target, process, secrets);
  switch (wanted) {
    case 'code':
      return code;
    case 'stderr':
      return stderr;
    case 'all':
      return { code, stdout, stderr };
    default:
      if (code !== 0) throw failed(target, process, secrets);
      return wanted === 'none' ? null : stdout;
  }
}

function failed(target: string, process: EndedProcess, secrets: Secrets) {
  return standardError('runtime', `${target} ${endOf(process, secrets)}`);
}

function endOf(
  { code, signal, stderr }: EndedProcess,
  secrets: Secrets,
): string {
  if (/heap out of memory|^MemoryError/m.test(stderr)) {
    return 'ran out of memory';
  }
  const end =
    code === undefined ? `was ended by ${signal}` : `exited with ${code}`;
  const tail = secrets.tail(stderr.trim());
  return tail ? `${end}: ${tail}` : end;
}

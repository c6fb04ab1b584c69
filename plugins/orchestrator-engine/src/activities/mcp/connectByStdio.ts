import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { McpEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { Call } from '../Call';
import { objectOr } from '../JsonObject';
import { parseMessage } from '../jsonRpc/readMessages';
import { rpcError } from '../jsonRpc/rpcError';
import { killGroup } from '../process/runProcess';
import { PROGRAM_FOLDERS } from '../process/findProgram';
import type { McpConnection } from './McpConnection';

type StdioTransport = Extract<McpEffect['transport'], { kind: 'stdio' }>;

/**
 * The transport "stdio": a server of its own for each call, one message a line. Its processes end with the call, or when it
 * writes too much.
 *
 * @throws WorkflowError `configuration` when the command cannot be started
 */
export async function connectByStdio(
  { command, arguments: args, environment }: StdioTransport,
  { signal, secrets, requireLease }: Call,
  maxAnswerBytes: number,
): Promise<McpConnection> {
  for (const [name, value] of Object.entries(environment)) {
    secrets.addNamed(name, value);
  }
  requireLease();
  const child = spawn(command, args, {
    env: { PATH: PROGRAM_FOLDERS.join(':'), ...environment },
    cwd: tmpdir(),
    detached: true,
    stdio: 'pipe',
  });
  child.stdin.on('error', () => child.stdin.destroy());
  child.stderr.resume();
  const kill = () => killGroup(child);
  limit(child, maxAnswerBytes, kill);
  signal.addEventListener('abort', kill);
  await started(child, command);
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const send = (message: object) => {
    requireLease();
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  return {
    async request(id, method, params) {
      send({ id, method, params });
      return answerTo(id, method, lines);
    },
    async notify(method) {
      send({ method });
    },
    agreed() {},
    async close() {
      signal.removeEventListener('abort', kill);
      kill();
    },
  };
}

function limit(
  { stdout }: ChildProcessWithoutNullStreams,
  maxBytes: number,
  kill: () => void,
): void {
  let size = 0;
  stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) kill();
  });
}

async function started(
  child: ChildProcessWithoutNullStreams,
  command: string,
): Promise<void> {
  try {
    await once(child, 'spawn');
  } catch {
    throw standardError(
      'configuration',
      `The MCP server ${command} cannot be started where the backend runs`,
    );
  }
}

async function answerTo(
  id: string,
  method: string,
  lines: AsyncIterator<string>,
): Promise<Json> {
  for (;;) {
    const { done, value } = await lines.next();
    if (done) {
      throw standardError(
        'communication',
        `The MCP server ended before it answered ${method}`,
      );
    }
    const message = objectOr(value.trim() === '' ? null : parseMessage(value));
    if (message.id !== id) continue;
    if ('error' in message) throw rpcError(method, message);
    if ('result' in message) return message.result;
  }
}

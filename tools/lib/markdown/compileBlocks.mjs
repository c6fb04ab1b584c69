import { join } from 'node:path';
import ts from 'typescript';
import { fromRoot } from '../paths.mjs';

/** Where the examples stand for the compiler: among what they import. Nothing is written there. */
const folder = fromRoot('examples/of-documents');

/** What examples take for granted, because the text around them says where it comes from. */
const ambient = `
import type { createBackend } from '@backstage/backend-defaults';
import type { AuthService, DiscoveryService, HttpAuthService } from '@backstage/backend-plugin-api';
import type { InstanceState, OrchestratorApi, OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Request } from 'express';
declare global {
  const api: OrchestratorApi;
  const auth: AuthService;
  const backend: ReturnType<typeof createBackend>;
  const discovery: DiscoveryService;
  const events: readonly OrchestratorEvent[];
  const httpAuth: HttpAuthService;
  const id: string;
  const req: Request;
  const signal: AbortSignal;
  const snapshot: InstanceState;
  const state: InstanceState;
  const token: string;
  const yamlText: string;
}
`;

/** A module that an example imports, as each portal has its own. */
const vault = `
export declare function readVault(workflowId: string, names: readonly string[]): Promise<Record<string, string>>;
`;

/** What the compiler says of examples, each with its place. */
export function compileBlocks(blocks) {
  const files = new Map(
    blocks.map((block, n) => [
      join(folder, `${n}.${block.language}`),
      { ...block, text: `${block.text}\nexport {};\n` },
    ]),
  );
  files.set(join(folder, 'readVault.ts'), {
    place: 'what is taken for granted',
    text: vault,
  });
  const ambientFile = join(folder, 'ambient.ts');
  files.set(ambientFile, { place: 'what is taken for granted', text: ambient });
  const options = readOptions();
  const program = ts.createProgram(
    [...files.keys()],
    options,
    hostWith(files, options),
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || files.has(file.fileName))
    .map(diagnostic => describe(diagnostic, files));
}

function readOptions() {
  const { config } = ts.readConfigFile(
    fromRoot('tsconfig.json'),
    ts.sys.readFile,
  );
  const { options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    fromRoot('.'),
  );
  return {
    ...options,
    // Examples may wait at the top, as they can in a module.
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    incremental: false,
    composite: false,
    noUnusedLocals: false,
    emitDeclarationOnly: false,
    declaration: false,
  };
}

function hostWith(files, options) {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: path => files.has(path) || host.fileExists(path),
    directoryExists: path => path === folder || host.directoryExists(path),
    readFile: path => files.get(path)?.text ?? host.readFile(path),
    getSourceFile: (path, ...more) =>
      files.has(path)
        ? ts.createSourceFile(path, files.get(path).text, ...more)
        : host.getSourceFile(path, ...more),
  };
}

function describe({ file, start, messageText }, files) {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n  ');
  if (!file) return message;
  const { line } = file.getLineAndCharacterOfPosition(start);
  const source = file.text.split('\n')[line].trim();
  return `${files.get(file.fileName).place}: ${source}\n  ${message}`;
}

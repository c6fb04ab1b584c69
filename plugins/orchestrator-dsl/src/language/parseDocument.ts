import type { SourceNode } from './source/SourceNode';
import type { DocumentInfo, Json } from './WorkflowDefinition';

const NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;

const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;

/** Paths of the API beside a workflow's own: no workflow's id can be one of them. */
const RESERVED_IDS: readonly string[] = ['overview', 'instances', 'validate'];

/** Reads `document` (DSL reference, "Document"). @internal */
export function parseDocument(node: SourceNode): DocumentInfo {
  return node.object(document => {
    const namespace = document.required('namespace', parseName);
    return {
      dsl: document.required('dsl', parseVersion),
      namespace,
      name: document.required('name', name => parseOwnName(name, namespace)),
      version: document.required('version', parseVersion),
      title: document.optional('title', title => title.text()),
      summary: document.optional('summary', summary => summary.text()),
      tags: document.optional('tags', tags => tags.data()),
      metadata: document.optional('metadata', metadata => metadata.data()),
    };
  });
}

/** The name by which everything outside the definition knows the workflow. @internal */
export function workflowId(namespace: string, name: string): string {
  return namespace === 'default' ? name : `${namespace}.${name}`;
}

/** Reads the name or namespace of a workflow. @internal */
export function parseName(node: SourceNode): string {
  const name = node.text();
  if (node.isText() && !NAME.test(name)) {
    const message = `\`${name}\` is not a name: up to 63 letters, digits and \`-\`, no \`-\` at the ends`;
    node.report({ code: 'INVALID_NAME', message });
  }
  return name;
}

function parseOwnName(node: SourceNode, namespace: string): string {
  const name = parseName(node);
  if (RESERVED_IDS.includes(workflowId(namespace, name))) {
    const message = `no workflow can be called \`${name}\`: the API uses the name itself`;
    node.report({ code: 'RESERVED_NAME', message });
  }
  return name;
}

/** Reads a semantic version. @internal */
export function parseVersion(node: SourceNode): string {
  if (typeof node.json === 'number') {
    const message = `expected a version such as '1.0.0' in quotes, found the number ${node.json}`;
    node.report({ code: 'WRONG_TYPE', message });
    return '';
  }
  const version = node.text("a version such as '1.0.0'");
  if (node.isText() && !SEMVER.test(version)) {
    const message = `\`${version}\` is not a version of three numbers such as 1.0.0`;
    node.report({ code: 'INVALID_VERSION', message });
  }
  return version;
}

/**
 * Reports, and tells, whether the definition is written in a version of the language that cannot be read: its other
 * properties would only be reported as faults that they are not.
 *
 * @internal
 */
export function reportUnsupportedVersion(root: SourceNode): boolean {
  const marker08 = root.member('specVersion') ?? root.member('states');
  if (!root.member('document') && marker08) {
    const message =
      'definitions of Serverless Workflow 0.8 are not supported yet; write it in the DSL 1.0.3';
    marker08.reportAtKey({ code: 'UNSUPPORTED_VERSION', message });
    return true;
  }
  const dsl = root.member('document')?.member('dsl');
  const version = typeof dsl?.json === 'string' ? dsl.json : '';
  if (!SEMVER.test(version) || version.startsWith('1.0.')) return false;
  const message = `version ${version} of the DSL is not supported; use 1.0.3`;
  dsl?.report({ code: 'UNSUPPORTED_VERSION', message });
  return true;
}

/** What can be told about the workflow, however broken its definition is. @internal */
export function readableDocument(
  root: SourceNode | undefined,
  fallbackName: string | undefined,
): Partial<DocumentInfo> {
  const document = root?.member('document');
  const text = (name: string) => textOf(document?.member(name)?.json);
  const data = (name: string) => {
    const member = document?.member(name);
    return member?.isObject() ? member.data() : undefined;
  };
  const name = text('name') ?? textOf(root?.member('id')?.json) ?? fallbackName;
  return withoutAbsent({
    dsl: text('dsl'),
    namespace: text('namespace'),
    name,
    version: text('version') ?? textOf(root?.member('version')?.json),
    title: text('title') ?? textOf(root?.member('name')?.json),
    summary: text('summary') ?? textOf(root?.member('description')?.json),
    tags: data('tags'),
    metadata: data('metadata'),
  });
}

function textOf(json: Json | undefined): string | undefined {
  return typeof json === 'string' && json !== '' ? json : undefined;
}

function withoutAbsent(document: Partial<DocumentInfo>): Partial<DocumentInfo> {
  return Object.fromEntries(
    Object.entries(document).filter(([, value]) => value !== undefined),
  );
}

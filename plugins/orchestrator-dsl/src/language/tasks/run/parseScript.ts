import { parseExternalResource } from '../../parseEndpoint';
import type { ParseScope } from '../../ParseScope';
import type { SourceNode } from '../../source/SourceNode';
import type { Process } from '../../WorkflowDefinition';
import { readStreams } from './readStreams';

type Language = Extract<Process, { kind: 'script' }>['language'];

/** DSL reference, "Script Process". @internal */
export function parseScript(node: SourceNode, scope: ParseScope): Process {
  return node.object(script => {
    script.exactlyOne(['code', 'source']);
    return {
      kind: 'script',
      language: script.required('language', parseLanguage),
      code: script.optional('code', code => code.text()),
      source: script.optional('source', source =>
        parseExternalResource(source, scope),
      ),
      ...readStreams(script, scope),
    };
  });
}

function parseLanguage(node: SourceNode): Language {
  if (node.json !== 'javascript') return node.oneOf(['js', 'python']);
  const message = 'write `javascript` as `js`';
  node.report({ code: 'INVALID_VALUE', message, suggestion: 'js' });
  return 'js';
}

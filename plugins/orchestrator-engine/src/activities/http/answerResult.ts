import type {
  CallOutput,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { standardError } from '../../interpreter/WorkflowError';
import type { ActivityResult } from '../ActivityExecutor';
import type { Secrets } from '../secrets/Secrets';
import { isSecretName } from '../secrets/isSecretName';
import { withoutUserInfo } from '../secrets/withoutUserInfo';
import { contentOf, type HttpAnswer } from '../egress/readAnswer';

/** What a task asked for, and in which form it wants the answer. */
export interface Asked {
  readonly method: string;
  readonly uri: string;
  /** Those that the task set itself. */
  readonly headers: { readonly [name: string]: string };
  readonly output: CallOutput;
  /** Whether a redirect is a result instead of an error. */
  readonly redirect: boolean;
}

/** The result of a call from its answer (DSL reference, "HTTP Call", `output` and `redirect`). */
export function answerResult(
  answer: HttpAnswer,
  asked: Asked,
  secrets: Secrets,
): ActivityResult {
  const { status } = answer;
  const limit = asked.redirect ? 400 : 300;
  if (status >= 200 && status < limit) {
    return { status, outcome: { ok: true, value: shape(answer, asked) } };
  }
  const { details } = standardError(
    'communication',
    describe(answer, asked, secrets),
    status,
  );
  return { status, outcome: { ok: false, error: details } };
}

function describe(
  answer: HttpAnswer,
  { method, uri }: Asked,
  secrets: Secrets,
): string {
  const { status, statusText, headers, bytes } = answer;
  const detail = `${method} ${withoutUserInfo(
    uri,
  )} answered ${status} ${statusText}`;
  const location = headers.get('location');
  if (status < 400 && location) {
    return `${detail}: it redirects to ${location}; with \`redirect: true\` that is a result`;
  }
  const said = secrets.excerpt(bytes.toString('utf8'));
  return said ? `${detail}: ${said}` : detail;
}

function shape(answer: HttpAnswer, asked: Asked): Json {
  switch (asked.output) {
    case 'raw':
      return answer.bytes.toString('base64');
    case 'response':
      return {
        request: {
          method: asked.method,
          uri: withoutUserInfo(asked.uri),
          headers: withoutSecrets(asked.headers),
        },
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        content: contentOf(answer),
      };
    default:
      return contentOf(answer);
  }
}

/** Results are kept and shown: headers that prove who calls are not part of them. */
function withoutSecrets(headers: Asked['headers']): Asked['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      isSecretName(name) ? '***' : value,
    ]),
  );
}

import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';

/** What is read of an answer. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

const contract = JSON.parse(JSON.stringify(openApiSpec));
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema({ ...contract, $id: 'contract' });
const compiled = new Map<string, ValidateFunction>();

/**
 * Holds an answer against the contract: its status, its media type and its body must be among those of the operation.
 *
 * What the contract has no path for is left alone.
 *
 * @throws Error that says what of the answer the contract does not know
 */
export function answersBySpec(verb: string, url: string, answer: Answer): void {
  const path = pathOf(url.split('?')[0], verb);
  if (!path) return;
  const at = ['paths', path, verb, 'responses', String(answer.status)];
  const declared = resolve(at);
  const name = `${verb} ${path}`;
  if (!declared) {
    throw new Error(
      `${name} answered ${
        answer.status
      }, which it does not declare: ${JSON.stringify(answer.body)}`,
    );
  }
  if (!declared.content) return;
  if (!declared.content[answer.type]) {
    throw new Error(`${name} ${answer.status} answered ${answer.type}`);
  }
  if (answer.type === 'application/json') {
    const schema = declared.content[answer.type].schema;
    const validate = validatorOf(`${name} ${answer.status}`, schema);
    if (validate(answer.body)) return;
    throw new Error(
      `${name} ${answer.status} is not by the contract: ${ajv.errorsText(
        validate.errors,
      )}`,
    );
  }
}

/** Fixed words win over what stands for anything. */
function pathOf(url: string, verb: string): string | undefined {
  const segments = url.split('/');
  const matching = Object.keys(contract.paths).filter(path => {
    const parts = path.split('/');
    return (
      contract.paths[path][verb] &&
      parts.length === segments.length &&
      parts.every((part, i) => part.startsWith('{') || part === segments[i])
    );
  });
  return matching.sort(
    (a, b) => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0),
  )[0];
}

function resolve(path: readonly string[]): ReturnType<typeof JSON.parse> {
  const found = path.reduce((at, key) => at?.[key], contract);
  return found?.$ref ? resolve(found.$ref.slice(2).split('/')) : found;
}

function validatorOf(key: string, schema: object): ValidateFunction {
  const known = compiled.get(key);
  if (known) return known;
  const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
  const validate = ajv.compile(JSON.parse(text));
  compiled.set(key, validate);
  return validate;
}

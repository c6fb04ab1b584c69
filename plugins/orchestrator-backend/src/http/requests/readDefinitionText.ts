import type { Request } from 'express';
import type { DefinitionText } from '../../service/workflows/DefinitionService';
import { bodyTextOf } from './readBody';

/** The text of a definition as its author wrote it, in whichever of the two formats it came. */
export function readDefinitionText(
  request: object & Pick<Request, 'body'>,
): DefinitionText {
  const { body } = request;
  if (typeof body === 'string') return { text: body, format: 'yaml' };
  return { text: bodyTextOf(request) ?? JSON.stringify(body), format: 'json' };
}

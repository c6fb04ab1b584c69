import type { CallHttpTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { HttpEffect } from '../../effects';
import { fill } from '../../expressions';
import { fillObject, fillText, fillTextMap } from '../../fillAs';
import { fillUri } from '../../fillUri';
import type { CallEffect } from './CallEffect';

/** DSL reference, "HTTP Call". */
export const httpCall: CallEffect<CallHttpTask, HttpEffect> = (
  { with: request },
  { base, on, credentials },
) => ({
  ...base,
  kind: 'http',
  method: fillText(request.method, on, 'method').toUpperCase(),
  uri: fillUri(request.endpoint, on),
  ...(credentials && { authentication: credentials }),
  headers: fillTextMap(request.headers, on, 'headers'),
  query: fillObject(request.query, on, 'query'),
  ...(request.body !== undefined && { body: fill(request.body, on) }),
  output: request.output,
  redirect: request.redirect,
});

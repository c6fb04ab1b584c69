import type { Template, TryTask } from '../../language/WorkflowDefinition';
import { oneLine, templateText } from './oneLine';

/** Which errors a `catch` takes: `communication 503`. */
export function describeCatch({
  errors,
  when,
  exceptWhen,
}: TryTask['catch']): string {
  const { type, ...others } = errors ?? {};
  const values = Object.values(others).filter(value => value !== undefined);
  const wanted = [...(type === undefined ? [] : [shortType(type)]), ...values];
  const parts = [
    wanted.map(templateText).join(' ') || 'any error',
    when && `when ${when}`,
    exceptWhen && `except when ${exceptWhen}`,
  ];
  return oneLine(parts.filter(Boolean).join(', '));
}

/** Types are URIs, of which people know the last part. */
function shortType(type: Template): string {
  const text = templateText(type);
  return text.split('/').at(-1) || text;
}

import { NotAllowedError } from '@backstage/errors';

/**
 * The caller lacks a permission.
 *
 * @param permission - its name
 * @param subject - for what it is missing. Default: nothing in particular
 */
export function denied(permission: string, subject?: string): NotAllowedError {
  const what = subject === undefined ? '' : ` for ${subject}`;
  return new NotAllowedError(`You need the permission ${permission}${what}`);
}

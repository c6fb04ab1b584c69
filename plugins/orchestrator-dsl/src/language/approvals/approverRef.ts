const REF =
  /^(user|group):(?:([a-z0-9]+(?:[-_.][a-z0-9]+)*)\/)?([a-z0-9]+(?:[-_.][a-z0-9]+)*)$/;

/**
 * The whole entity ref of a user or a group, in lower case as identities have it: `Group:DBA` is `group:default/dba`.
 *
 * @returns `undefined` when the text is none
 * @public
 */
export function approverRef(text: string): string | undefined {
  const match = REF.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  const [, kind, namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`;
}

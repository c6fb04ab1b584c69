/** Whether headers and variables of this name hold secrets, by convention. */
export function isSecretName(name: string): boolean {
  return /^(proxy-)?authorization$|^cookie$|token|secret|passw|credential|api[-_]?key/i.test(
    name,
  );
}

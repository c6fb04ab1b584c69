/** The address without name and password. */
export function withoutUserInfo(uri: string): string {
  return uri.replace(/^([a-z][\w+.-]*:\/\/)[^/?#]*@/i, '$1');
}

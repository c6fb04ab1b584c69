import { isComputed } from '../parseExpression';
import type { Template } from '../WorkflowDefinition';

/**
 * Where a catalog keeps the definition of a function (DSL, "Catalogs").
 *
 * @param root - address of the catalog, or an expression of one
 * @internal
 */
export function catalogAddress(
  root: Template,
  name: string,
  version: string,
): string {
  const text = `${root}`.trim().replace(/\/+$/, '');
  const folder = isComputed(text) ? text : repositoryRoot(text);
  return rawAddress(`${folder}/functions/${name}/${version}/function.yaml`);
}

const REPOSITORY =
  /^https:\/\/(?:github\.com\/[^/]+\/[^/]+|gitlab\.[^/]+(?:\/(?!-\/)[^/]+){2,})$/;

/** A repository's page shows the files of its main branch. */
function repositoryRoot(address: string): string {
  if (!REPOSITORY.test(address)) return address;
  const tree = address.startsWith('https://github.com/') ? 'tree' : '-/tree';
  return `${address.replace(/\.git$/, '')}/${tree}/HEAD`;
}

/** The address of a file itself, where the given one is of the page on which GitHub or GitLab shows it. @internal */
export function rawAddress(address: string): string {
  return address
    .replace(
      /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/(?:tree|blob|raw)\//,
      'https://raw.githubusercontent.com/$1/$2/',
    )
    .replace(/^(https:\/\/[^?#]+)\/-\/(?:tree|blob)\//, '$1/-/raw/');
}

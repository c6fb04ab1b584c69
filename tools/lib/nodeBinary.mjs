import { existsSync, readdirSync } from 'node:fs';
import { Failure } from './Failure.mjs';
import { fromRoot } from './paths.mjs';

const neededMajor = 22;

/**
 * The Node.js that the portal runs on: this one when new enough, else the one that `./yarnw` brought.
 *
 * @throws {Failure} when there is none
 */
export function nodeBinary() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= neededMajor) return process.execPath;
  const modules = fromRoot('tools/node_modules');
  const found = readdirSync(modules)
    .filter(name => name.startsWith('node-'))
    .map(name => `${modules}/${name}/bin/node`)
    .find(existsSync);
  if (found) return found;
  throw new Failure(
    `the portal needs Node.js ${neededMajor} or newer; this is ${process.version}, and none can be brought for ${process.platform} ${process.arch}`,
  );
}

/** Environment for children: the binary's folder first on the PATH. */
export function nodeEnvironment() {
  const folder = nodeBinary().replace(/\/node$/, '');
  return { PATH: `${folder}:${process.env.PATH}` };
}

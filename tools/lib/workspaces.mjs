import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';

/**
 * The packages of this repository.
 *
 * @returns {{name: string, dir: string, manifest: any}[]}
 */
export function workspaces() {
  return readJson(fromRoot('package.json'))
    .workspaces.flatMap(expand)
    .map(dir => fromRoot(dir))
    .filter(dir => existsSync(`${dir}/package.json`))
    .map(dir => ({ dir, manifest: readJson(`${dir}/package.json`) }))
    .map(found => ({ ...found, name: found.manifest.name }));
}

/** The named package and those of this repository that it needs to run, directly or not. */
export function workspaceWithDependencies(name, all = workspaces()) {
  const byName = new Map(all.map(workspace => [workspace.name, workspace]));
  const found = new Set();
  const visit = next => {
    const workspace = byName.get(next);
    if (!workspace || found.has(workspace)) return;
    found.add(workspace);
    Object.keys(workspace.manifest.dependencies ?? {}).forEach(visit);
  };
  visit(name);
  return [...found];
}

function expand(pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const folder = pattern.slice(0, -2);
  return readdirSync(fromRoot(folder)).map(name => `${folder}/${name}`);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { normalize } from 'node:path';
import type { ContainerEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import { plainText } from '../http/encodeBody';
import type { ContainerOptions } from './ProcessOptions';

const PULL_POLICIES = {
  always: 'always',
  ifNotPresent: 'missing',
  never: 'never',
};

/**
 * The arguments that run a container.
 *
 * @throws WorkflowError `authorization` when the deployment does not allow the image or a volume
 */
export function containerArguments(
  effect: ContainerEffect,
  name: string,
  options: ContainerOptions,
): readonly string[] {
  requireImage(effect.image, options.allowedImages);
  return [
    'run',
    '--interactive',
    `--name=${name}`,
    `--pull=${PULL_POLICIES[effect.pullPolicy]}`,
    ...(effect.lifetime?.cleanup === 'always' ? ['--rm'] : []),
    ...portsOf(effect).map(port => `--publish=${port}`),
    ...volumesOf(effect, options).map(volume => `--volume=${volume}`),
    ...Object.entries(effect.environment).map(environmentArgument),
    '--',
    effect.image,
    ...(effect.command === undefined ? [] : ['sh', '-c', effect.command, 'sh']),
    ...effect.arguments,
  ];
}

/** Variables that the command line itself listens to. */
const OWN_VARIABLES =
  /^(DOCKER|CONTAINER|PODMAN|BUILDAH|REGISTRY|XDG|LD)_|^(PATH|HOME|TMPDIR)$/;

/** What the command line may take from its own environment, so that values do not show in the list of processes. */
export function inheritedEnvironment({ environment }: ContainerEffect) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !OWN_VARIABLES.test(name)),
  );
}

function environmentArgument([name, value]: [string, string]): string {
  return OWN_VARIABLES.test(name) ? `--env=${name}=${value}` : `--env=${name}`;
}

function portsOf({ ports }: ContainerEffect): readonly string[] {
  return Object.entries(ports).map(pairOf);
}

function pairOf([host, container]: [string, Json]): string {
  return `${host}:${plainText(container)}`;
}

function volumesOf(
  { volumes }: ContainerEffect,
  { allowedVolumes = [] }: ContainerOptions,
): readonly string[] {
  return Object.entries(volumes).map(([host, container]) => {
    const path = normalize(host);
    const isAllowed = allowedVolumes.some(allowed =>
      `${path}/`.startsWith(`${normalize(allowed).replace(/\/$/, '')}/`),
    );
    if (isAllowed) return pairOf([path, container]);
    throw standardError(
      'authorization',
      `The volume ${host} is not allowed; add it to orchestrator.run.container.allowedVolumes`,
    );
  });
}

function requireImage(
  image: string,
  allowed: readonly string[] | undefined,
): void {
  if (!allowed || allowed.some(pattern => fits(pattern, image))) return;
  throw standardError(
    'authorization',
    `The image ${image} is not allowed; add it to orchestrator.run.container.allowedImages`,
  );
}

function fits(pattern: string, image: string): boolean {
  const [start, ...others] = pattern.split('*');
  if (others.length === 0) return image === pattern;
  const end = others.pop() ?? '';
  if (!image.startsWith(start)) return false;
  let at = start.length;
  for (const part of others) {
    const found = image.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return image.length - end.length >= at && image.endsWith(end);
}

import type { Config } from '@backstage/config';
import type {
  ActivitiesOptions,
  RunOptions,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { countOf, positiveDurationOf } from './readValues';

/** What workflows may do in this deployment, as the configuration says. */
export type MeansConfig = Pick<ActivitiesOptions, 'run' | 'mcp'> & {
  readonly http: Omit<ActivitiesOptions['http'], 'plugins'>;
};

/**
 * Reads `orchestrator.egress`, `orchestrator.run` and `orchestrator.mcp`.
 *
 * @throws {@link @backstage/errors#InputError} naming the key whose value is wrong
 */
export function readMeans(config: Config): MeansConfig {
  const egress = config.getOptionalConfig('orchestrator.egress');
  const stdioCommands = config.getOptionalStringArray(
    'orchestrator.mcp.stdioCommands',
  );
  return {
    http: {
      egress: { allowedHosts: egress?.getOptionalStringArray('allowedHosts') },
      timeoutMs: positiveDurationOf(config, 'orchestrator.egress.timeout'),
      maxAnswerBytes: countOf(config, 'orchestrator.egress.maxAnswerBytes'),
    },
    run: readRun(config),
    mcp: { stdioCommands },
  };
}

function readRun(config: Config): RunOptions {
  const isOn = (kind: string, absent: boolean) =>
    config.getOptionalBoolean(`orchestrator.run.${kind}.enabled`) ?? absent;
  return {
    script: isOn('script', true) && readScript(config),
    shell: isOn('shell', false) ? readShell(config) : undefined,
    container: isOn('container', false) ? readContainer(config) : undefined,
  };
}

function readScript(config: Config) {
  const key = (name: string) => `orchestrator.run.script.${name}`;
  return {
    ...readLimits(config, 'script'),
    memoryBytes: countOf(config, key('memoryBytes')),
    python: config.getOptionalString(key('python')),
    requireNamespaces: config.getOptionalBoolean(key('requireNamespaces')),
  };
}

function readShell(config: Config) {
  return {
    ...readLimits(config, 'shell'),
    shell: config.getOptionalString('orchestrator.run.shell.shell'),
    path: config.getOptionalString('orchestrator.run.shell.path'),
  };
}

function readContainer(config: Config) {
  const key = (name: string) => `orchestrator.run.container.${name}`;
  return {
    ...readLimits(config, 'container'),
    program: config.getOptionalString(key('program')),
    allowedImages: config.getOptionalStringArray(key('allowedImages')),
    allowedVolumes: config.getOptionalStringArray(key('allowedVolumes')),
    environment: readTexts(config, key('environment')),
  };
}

function readLimits(config: Config, kind: string) {
  const key = (name: string) => `orchestrator.run.${kind}.${name}`;
  return {
    timeoutMs: positiveDurationOf(config, key('timeout')),
    maxOutputBytes: countOf(config, key('maxOutputBytes')),
  };
}

function readTexts(config: Config, key: string) {
  const texts = config.getOptionalConfig(key);
  return (
    texts &&
    Object.fromEntries(texts.keys().map(name => [name, texts.getString(name)]))
  );
}

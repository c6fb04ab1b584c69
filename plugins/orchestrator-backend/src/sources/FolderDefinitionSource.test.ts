import {
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import type { DefinitionFile } from '@stagecraft/backstage-plugin-orchestrator-node';
import { FolderDefinitionSource } from './FolderDefinitionSource';

jest.setTimeout(180_000);

describe('FolderDefinitionSource', () => {
  const logger = mockServices.logger.mock();
  let folder: string;
  let source: FolderDefinitionSource;
  let deliveries: (readonly DefinitionFile[])[];
  let onDelivery: () => void;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'folder-'));
    deliveries = [];
    onDelivery = () => {};
    jest.clearAllMocks();
  });

  afterEach(async () => {
    await source.disconnect();
    await rm(folder, { recursive: true, force: true });
  });

  const connect = async (path = folder) => {
    source = new FolderDefinitionSource({ folder: path, logger });
    await source.connect({
      async replaceAll(files) {
        deliveries.push(files);
        onDelivery();
      },
    });
  };

  const nextDelivery = () =>
    new Promise<void>(resolve => {
      onDelivery = resolve;
    });

  const write = (file: string, text = file) =>
    writeFile(join(folder, file), text);

  const delivered = () =>
    Object.fromEntries(
      (deliveries.at(-1) ?? []).map(({ location, text }) => [
        location.replace(`${folder}/`, ''),
        text,
      ]),
    );

  /** Waits for these, which may take several deliveries. */
  const untilDelivered = async (files: Readonly<Record<string, string>>) => {
    while (!isDeepStrictEqual(delivered(), files)) await nextDelivery();
    return delivered();
  };

  it('delivers definitions, those in subfolders too, and nothing else', async () => {
    await mkdir(join(folder, 'team'));
    await mkdir(join(folder, 'folder.yaml'));
    await mkdir(join(folder, '.git'));
    await write('a.yaml');
    await write('b.yml');
    await write('team/c.JSON');
    await write('README.md');
    await write('.hidden.yaml');
    await write('.git/config.yaml');

    await connect();

    expect(delivered()).toEqual({
      'a.yaml': 'a.yaml',
      'b.yml': 'b.yml',
      'team/c.JSON': 'team/c.JSON',
    });
  });

  it('follows links to files, as mounted configuration has them', async () => {
    await mkdir(join(folder, '..data'));
    await write('..data/a.yaml', 'linked');
    await symlink('..data/a.yaml', join(folder, 'a.yaml'));
    await symlink('nowhere.yaml', join(folder, 'dangling.yaml'));

    await connect();

    expect(delivered()).toEqual({ 'a.yaml': 'linked' });
  });

  it('delivers all again when a file is added, changed, renamed or taken away', async () => {
    await write('a.yaml', '1');
    await connect();

    await write('a.yaml', '2');
    await write('b.yaml', '1');
    await untilDelivered({ 'a.yaml': '2', 'b.yaml': '1' });

    await rename(join(folder, 'b.yaml'), join(folder, 'c.yaml'));
    await rm(join(folder, 'a.yaml'));
    const left = { 'c.yaml': '1' };
    expect(await untilDelivered(left)).toEqual(left);
  });

  it('warns of a folder that does not exist, and takes it up when it does', async () => {
    const missing = join(folder, 'later');

    await connect(missing);
    expect(deliveries).toEqual([[]]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        `${missing} of workflow definitions does not exist`,
      ),
    );

    await mkdir(missing);
    await write('later/a.yaml');
    const first = { 'later/a.yaml': 'later/a.yaml' };
    await untilDelivered(first);

    await write('later/b.yaml');
    const both = { ...first, 'later/b.yaml': 'later/b.yaml' };
    expect(await untilDelivered(both)).toEqual(both);
  });

  it('has nothing while its folder is gone, and what is there when it is back', async () => {
    await write('a.yaml');
    await connect();

    await rm(folder, { recursive: true });
    await untilDelivered({});

    await mkdir(folder);
    await write('b.yaml');
    const back = { 'b.yaml': 'b.yaml' };
    expect(await untilDelivered(back)).toEqual(back);
  });

  it('delivers nothing once it is disconnected', async () => {
    await connect();
    await source.disconnect();
    const others: (readonly DefinitionFile[])[] = [];
    const other = new FolderDefinitionSource({ folder, logger });
    const delivery = new Promise<void>(resolve => {
      void other.connect({
        async replaceAll(files) {
          if (others.push(files) === 1) await write('a.yaml');
          else resolve();
        },
      });
    });

    await delivery;
    await other.disconnect();

    expect(others[1]).toHaveLength(1);
    expect(deliveries).toEqual([[]]);
  });

  it('loads a folder whose path has a hidden part', async () => {
    const hidden = join(folder, '.config');
    await mkdir(hidden);
    await write('.config/a.yaml');

    await connect(hidden);

    expect(delivered()).toEqual({ '.config/a.yaml': '.config/a.yaml' });
  });
});

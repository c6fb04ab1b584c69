import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import type { SchedulerServiceTaskRunner } from '@backstage/backend-plugin-api';
import { NotModifiedError } from '@backstage/errors';
import type { DefinitionFile } from '@stagecraft/backstage-plugin-orchestrator-node';
import { UrlDefinitionSource } from './UrlDefinitionSource';

describe('UrlDefinitionSource', () => {
  const logger = mockServices.logger.mock();
  const reader = mockServices.urlReader.mock();
  let deliveries: (readonly DefinitionFile[])[];
  let refresh: () => Promise<void>;

  const tasks: SchedulerServiceTaskRunner = {
    async run({ fn }) {
      refresh = async () => fn(new AbortController().signal);
    },
  };

  beforeEach(() => {
    deliveries = [];
    jest.resetAllMocks();
  });

  async function connect(url: string) {
    const source = new UrlDefinitionSource({ url, reader, tasks, logger });
    await source.connect({
      async replaceAll(files) {
        deliveries.push(files);
      },
    });
    await refresh();
    return source;
  }

  const fileUrl = 'https://host/team/repo/blob/main/hello.yaml?raw=1';

  it('reads a single file', async () => {
    reader.readUrl.mockResolvedValue({
      buffer: async () => Buffer.from('text'),
      etag: 'e1',
    });

    await connect(fileUrl);

    expect(deliveries).toEqual([[{ location: fileUrl, text: 'text' }]]);
  });

  it('reads a tree, its definitions only', async () => {
    reader.readTree.mockResolvedValue({
      files: async () => [
        { path: 'a.yaml', content: async () => Buffer.from('a') },
        { path: 'b/c.json', content: async () => Buffer.from('c') },
      ],
      archive: async () => Readable.from([]),
      dir: async () => '',
      etag: 'e1',
    });

    await connect('https://host/team/repo/tree/main/');

    expect(deliveries).toEqual([
      [
        { location: 'https://host/team/repo/tree/main/a.yaml', text: 'a' },
        { location: 'https://host/team/repo/tree/main/b/c.json', text: 'c' },
      ],
    ]);
    const filter = reader.readTree.mock.calls[0][1]?.filter;
    expect(['x.yml', 'x.md'].map(path => filter?.(path))).toEqual([
      true,
      false,
    ]);
  });

  it('keeps what it has when nothing has changed', async () => {
    reader.readUrl.mockResolvedValueOnce({
      buffer: async () => Buffer.from('text'),
      etag: 'e1',
    });
    reader.readUrl.mockRejectedValueOnce(new NotModifiedError());
    await connect(fileUrl);

    await refresh();

    expect(reader.readUrl.mock.calls[1][1]).toEqual({ etag: 'e1' });
    expect(deliveries).toHaveLength(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('keeps what it has, and says so, when the URL cannot be read', async () => {
    reader.readUrl.mockRejectedValue(new Error('host is away'));

    await connect(fileUrl);

    expect(deliveries).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /hello\.yaml.*those read before stay.*host is away/,
      ),
    );
  });
});

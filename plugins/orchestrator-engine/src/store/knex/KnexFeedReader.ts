import type { Knex } from 'knex';
import type { FeedPage, FeedReader } from '../FeedReader';
import { feedHead, readFeed } from './operations/readFeed';
import { reportingUnavailable } from './reportingUnavailable';

/** {@link FeedReader} on SQLite or Postgres. @public */
export class KnexFeedReader implements FeedReader {
  constructor(private readonly knex: Knex) {}

  async head(): Promise<string> {
    return reportingUnavailable(() => feedHead(this.knex));
  }

  async read(page: {
    readonly after: string;
    readonly limit: number;
    readonly upTo?: string;
    readonly types?: readonly string[];
  }): Promise<FeedPage> {
    return reportingUnavailable(() => readFeed(this.knex, page));
  }
}

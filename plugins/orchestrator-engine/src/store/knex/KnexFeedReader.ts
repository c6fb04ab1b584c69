import type { Knex } from 'knex';
import type { FeedPage, FeedReader } from '../FeedReader';
import { isWholeSince } from './operations/feedFloor';
import { feedHead, readFeed } from './operations/readFeed';
import { reportingUnavailable } from './reportingUnavailable';

/** {@link FeedReader} on SQLite or Postgres. @public */
export class KnexFeedReader implements FeedReader {
  constructor(private readonly knex: Knex) {}

  async head(): Promise<string> {
    return reportingUnavailable(() => feedHead(this.knex));
  }

  async isWholeSince(cursor: string): Promise<boolean> {
    return reportingUnavailable(() => isWholeSince(this.knex, cursor));
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

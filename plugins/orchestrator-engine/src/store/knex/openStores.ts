import type { Knex } from 'knex';
import { KnexApprovalStore } from './KnexApprovalStore';
import { KnexAnswerStore } from './KnexAnswerStore';
import { KnexDefinitionStore } from './KnexDefinitionStore';
import { KnexDutyStore } from './KnexDutyStore';
import { KnexEventStore } from './KnexEventStore';
import { KnexFeedReader } from './KnexFeedReader';
import { KnexHousekeepingStore } from './KnexHousekeepingStore';
import { KnexInstanceReader } from './KnexInstanceReader';
import { KnexInstanceStore } from './KnexInstanceStore';
import { KnexJobStore } from './KnexJobStore';
import { KnexScheduleStore } from './KnexScheduleStore';
import { KnexWebhookStore } from './KnexWebhookStore';
import { KnexTrialStore } from './KnexTrialStore';

/** All that the runtime keeps in a database with the engine's tables, by the names of its options. @public */
export function openStores(knex: Knex) {
  return {
    approvals: new KnexApprovalStore(knex),
    instances: new KnexInstanceStore(knex),
    reader: new KnexInstanceReader(knex),
    definitions: new KnexDefinitionStore(knex),
    events: new KnexEventStore(knex),
    schedules: new KnexScheduleStore(knex),
    trials: new KnexTrialStore(knex),
    duties: new KnexDutyStore(knex),
    housekeeping: new KnexHousekeepingStore(knex),
    feed: new KnexFeedReader(knex),
    webhooks: new KnexWebhookStore(knex),
    jobs: new KnexJobStore(knex),
    answers: new KnexAnswerStore(knex),
  };
}

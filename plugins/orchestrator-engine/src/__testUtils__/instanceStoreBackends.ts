import type { Knex } from 'knex';
import type { Instance, InstanceStore } from '../store/InstanceStore';
import { KnexDefinitionStore } from '../store/knex/KnexDefinitionStore';
import { KnexInstanceReader } from '../store/knex/KnexInstanceReader';
import { KnexInstanceStore } from '../store/knex/KnexInstanceStore';
import { KnexWorkflowEditor } from '../store/knex/KnexWorkflowEditor';
import { MemoryInstanceStore } from '../store/memory/MemoryInstanceStore';
import { databaseIds, migratedDatabase } from './databases';
import { storedDefinition } from './storedDefinition';

/** A store, and what a test must see or bring about behind its back. */
export interface InstanceStoreBackend {
  readonly store: InstanceStore;
  get(id: string): Promise<Instance | undefined>;
  count(): Promise<number>;
  signalCount(): Promise<number>;
  /** Makes another worker the owner. */
  giveTo(workerId: string, id: string): Promise<void>;
  /** Lets a lease run out. */
  silence(workerId: string): Promise<void>;
  /** What others do to a worker whose lease has run out. */
  declareDead(workerId: string): Promise<void>;
  /** Leaves no trace of a worker but what it owns. */
  forget(workerId: string): Promise<void>;
  /** Gives a workflow its present definition, which can be run unless it is said otherwise. */
  publish(workflowId: string, hash: string, more?: Published): Promise<void>;
}

interface Published {
  readonly isEnabled?: boolean;
  readonly isValid?: boolean;
}

type Open = () => Promise<InstanceStoreBackend>;

/** In memory, and on every database that this machine has. */
export const instanceStoreBackends: readonly [string, Open][] = [
  ['memory', openMemory],
  ...databaseIds.map((id): [string, Open] => [
    id,
    async () => onDatabase(await migratedDatabase(id)),
  ]),
];

async function openMemory(): Promise<InstanceStoreBackend> {
  let now = 0;
  const clock = { now: () => now, schedule: () => () => {} };
  const current = new Map<string, string>();
  const store = new MemoryInstanceStore(
    clock,
    ({ workflowId, definitionHash }) =>
      current.get(workflowId) === definitionHash,
  );
  return {
    store,
    get: async id => store.get(id),
    count: async () => store.size,
    signalCount: async () => store.signalCount,
    async giveTo(workerId, id) {
      store.giveTo(workerId, id);
    },
    async silence(workerId) {
      await store.renewLease(workerId, -1);
      now += 1;
    },
    async declareDead(workerId) {
      store.forgetWorker(workerId);
    },
    async forget(workerId) {
      store.forgetWorker(workerId);
    },
    async publish(workflowId, hash, { isEnabled = true, isValid = true } = {}) {
      if (isEnabled && isValid) current.set(workflowId, hash);
      else current.delete(workflowId);
    },
  };
}

function onDatabase(knex: Knex): InstanceStoreBackend {
  const reader = new KnexInstanceReader(knex);
  const worker = (id: string) => knex('workers').where({ id });
  return {
    store: new KnexInstanceStore(knex),
    get: id => reader.get(id),
    count: () => reader.count(undefined),
    async signalCount() {
      return (await knex('signals')).length;
    },
    async giveTo(owner, id) {
      await knex('instances').where({ id }).update({ owner });
    },
    async silence(id) {
      await worker(id).update({ lease_until: 0 });
    },
    async declareDead(id) {
      await worker(id).update({ is_alive: false });
    },
    async forget(id) {
      await worker(id).delete();
    },
    async publish(workflowId, hash, { isEnabled, isValid = true } = {}) {
      const definitions = new KnexDefinitionStore(knex);
      const definition = storedDefinition(workflowId, hash, isValid);
      await definitions.publish(definition, 'test');
      if (isEnabled === undefined) return;
      await new KnexWorkflowEditor(knex).configure(workflowId, { isEnabled });
    },
  };
}

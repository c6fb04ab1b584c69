import type { Knex } from 'knex';
import { EngineError } from '../../../EngineError';
import type { NewInstance } from '../../InstanceStore';
import { logRow, textOf } from '../rows';
import type { InstanceRow, LogRow, PayloadRow } from '../tables';

/**
 * Inserts an instance with its first entry, due at once.
 *
 * Idempotent by the unique index `instances_idempotency`: of two callers with the same key, the second gets the first's id.
 */
export async function createInstance(
  knex: Knex,
  instance: NewInstance,
): Promise<string> {
  return knex.transaction(async tx => {
    const inserted = await tx<InstanceRow>('instances')
      .insert(newRow(instance))
      .onConflict(['initiator', 'idempotency_key'])
      .ignore()
      .returning('id');
    if (inserted.length === 0) return findAccepted(tx, instance);
    if (instance.payloads.length > 0) {
      await tx<PayloadRow>('payloads').insert(
        instance.payloads.map(({ sha256, text }) => ({
          instance_id: instance.id,
          sha256,
          value: text,
        })),
      );
    }
    await tx<LogRow>('log').insert(firstEntry(instance));
    return instance.id;
  });
}

function newRow(instance: NewInstance): InstanceRow {
  return {
    id: instance.id,
    workflow_id: instance.workflowId,
    workflow_version: instance.workflowVersion,
    definition_hash: instance.definitionHash,
    behaviour_version: instance.behaviourVersion,
    epoch: instance.epoch,
    seq: 1,
    status: 'pending',
    because: null,
    input: JSON.stringify(instance.input),
    output: null,
    error: null,
    initiator: instance.initiator ?? null,
    target_entity: instance.targetEntity ?? null,
    created_at: instance.createdAt,
    started_at: null,
    ended_at: null,
    owner: null,
    wake_at: instance.createdAt,
    open_signals: 0,
    idempotency_key: instance.idempotency?.key ?? null,
    request_hash: instance.idempotency?.requestHash ?? null,
  };
}

function firstEntry(instance: NewInstance): LogRow {
  const { id, createdAt, input, initiator, targetEntity } = instance;
  return {
    ...logRow(id, {
      seq: 1,
      type: 'instance.created',
      time: createdAt,
      data: { input, initiator, targetEntity },
    }),
    actor: textOf(instance.actor),
  };
}

async function findAccepted(
  tx: Knex,
  { initiator, idempotency }: NewInstance,
): Promise<string> {
  const accepted = await tx<InstanceRow>('instances')
    .select('id', 'request_hash')
    .where({
      initiator: initiator ?? null,
      idempotency_key: idempotency?.key ?? null,
    })
    .first();
  if (accepted?.request_hash !== idempotency?.requestHash) {
    throw new EngineError(
      'IDEMPOTENCY_CONFLICT',
      'This Idempotency-Key was used for a request with another workflow or body; send a new key',
    );
  }
  return accepted!.id;
}

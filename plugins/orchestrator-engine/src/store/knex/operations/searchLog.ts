import type { Knex } from 'knex';
import type { LogFilter } from '../../InstanceReader';
import type { LogRow } from '../tables';

/** The entries of an instance that fit a filter. Reads the instance's part of the log, by its primary key. */
export function matchingEntries(
  knex: Knex,
  instanceId: string,
  { types, task, text }: LogFilter,
): Knex.QueryBuilder {
  const query = knex<LogRow>('log').where({ instance_id: instanceId });
  if (types) query.where(either => types.forEach(type => orType(either, type)));
  if (task !== undefined) query.where(either => ofTask(either, task));
  if (text !== undefined) query.where(either => saying(either, text));
  return query;
}

function orType(query: Knex.QueryBuilder, type: string) {
  if (type.endsWith('*')) {
    query.orWhereRaw("type like ? escape '\\'", [
      startingWith(type.slice(0, -1)),
    ]);
  } else {
    query.orWhere({ type });
  }
}

/** Of a pointer all runs, and what is within them: keys are pointers with the scope in brackets at their end. */
function ofTask(query: Knex.QueryBuilder, task: string) {
  query.where({ task_key: task });
  if (task.endsWith(']')) return;
  for (const prefix of [`${task}[`, `${task}/`]) {
    query.orWhereRaw("task_key like ? escape '\\'", [startingWith(prefix)]);
  }
}

function saying(query: Knex.QueryBuilder, text: string) {
  const pattern = `%${escaped(text)}%`;
  for (const column of ['type', 'task_key', 'data', 'actor']) {
    query.orWhereRaw("lower(??) like lower(?) escape '\\'", [column, pattern]);
  }
}

function startingWith(prefix: string): string {
  return `${escaped(prefix)}%`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

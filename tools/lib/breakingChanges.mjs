// What of an OpenAPI contract would break clients of an earlier one.

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/** @returns one line for each change that may break a client of `before` */
export function breakingChanges(before, after) {
  const comparison = new Comparison(before, after);
  comparison.operations();
  return comparison.changes;
}

class Comparison {
  changes = [];
  #seen = new Set();

  constructor(before, after) {
    this.before = before;
    this.after = after;
  }

  operations() {
    for (const [path, item] of Object.entries(this.before.paths)) {
      for (const verb of verbs.filter(one => item[one])) {
        const there = this.after.paths[path]?.[verb];
        const name = `${verb.toUpperCase()} ${path}`;
        if (there) this.operation(name, item[verb], there);
        else this.note(name, 'is gone');
      }
    }
  }

  operation(name, before, after) {
    if (before.operationId !== after.operationId) {
      this.note(name, `is no longer ${before.operationId}`);
    }
    this.parameters(name, before.parameters ?? [], after.parameters ?? []);
    this.requestBody(name, before.requestBody, after.requestBody);
    for (const [status, answer] of Object.entries(before.responses)) {
      if (!status.startsWith('2')) continue;
      const there = after.responses[status];
      if (there) this.content(`${name} ${status}`, answer, there, 'answer');
      else this.note(name, `no longer answers ${status}`);
    }
  }

  parameters(name, before, after) {
    const byKey = (spec, list) =>
      new Map(
        list
          .map(one => resolve(spec, one))
          .map(one => [`${one.in} ${one.name}`, one]),
      );
    const known = byKey(this.before, before);
    const there = byKey(this.after, after);
    for (const [key, parameter] of known) {
      const present = there.get(key);
      if (!present) this.note(name, `no longer takes ${key}`);
      else if (present.required && !parameter.required) {
        this.note(name, `now requires ${key}`);
      } else {
        const at = `${name} ${key}`;
        this.schema(at, parameter.schema, present.schema, 'request');
      }
    }
    for (const [key, parameter] of there) {
      if (parameter.required && !known.has(key)) {
        this.note(name, `now requires ${key}`);
      }
    }
  }

  requestBody(name, before, after) {
    if (!before) {
      if (after && resolve(this.after, after).required) {
        this.note(name, 'now requires a body');
      }
      return;
    }
    if (!after) {
      this.note(name, 'no longer takes a body');
      return;
    }
    const [known, there] = [
      resolve(this.before, before),
      resolve(this.after, after),
    ];
    if (there.required && !known.required) {
      this.note(name, 'now requires a body');
    }
    this.content(`${name} body`, before, after, 'request');
  }

  content(at, before, after, direction) {
    const known = resolve(this.before, before).content ?? {};
    const there = resolve(this.after, after).content ?? {};
    for (const [type, { schema }] of Object.entries(known)) {
      if (there[type]) this.schema(at, schema, there[type].schema, direction);
      else this.note(at, `is no longer ${type}`);
    }
  }

  /** @param direction - whether clients write (`request`) or read (`answer`) it */
  schema(at, before, after, direction) {
    const key = `${direction} ${before.$ref} ${after.$ref}`;
    if (before.$ref && this.#seen.has(key)) return;
    this.#seen.add(key);
    const known = resolve(this.before, before);
    const there = resolve(this.after, after);
    this.type(at, known, there, direction);
    this.members(at, known, there, direction);
    if (known.items && there.items) {
      this.schema(`${at}[]`, known.items, there.items, direction);
    }
  }

  type(at, known, there, direction) {
    const types = schema => [schema.type ?? []].flat();
    const before = types(known);
    const after = types(there);
    const [wide, narrow] =
      direction === 'request' ? [after, before] : [before, after];
    const lost = narrow.filter(type => !wide.includes(type));
    if (wide.length > 0 && lost.length > 0) {
      this.note(at, `was ${before} and is ${after}`);
    }
    const gone = (known.enum ?? []).filter(
      value => there.enum && !there.enum.includes(value),
    );
    if (gone.length > 0) this.note(at, `no longer knows ${gone.join(', ')}`);
  }

  members(at, known, there, direction) {
    for (const [name, member] of Object.entries(known.properties ?? {})) {
      const present = there.properties?.[name];
      if (!present) this.note(`${at}.${name}`, 'is gone');
      else this.schema(`${at}.${name}`, member, present, direction);
    }
    const [must, had] =
      direction === 'request'
        ? [there.required ?? [], known.required ?? []]
        : [known.required ?? [], there.required ?? []];
    for (const name of must.filter(one => !had.includes(one))) {
      const what =
        direction === 'request' ? 'is now required' : 'may now be missing';
      this.note(`${at}.${name}`, what);
    }
  }

  note(at, what) {
    this.changes.push(`${at} ${what}`);
  }
}

function resolve(spec, it) {
  if (!it.$ref) return it;
  return it.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key], spec);
}

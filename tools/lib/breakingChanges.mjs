// What of an OpenAPI contract would break clients of an earlier one.

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/** What bounds values, and whether a higher one lets more through. */
const bounds = {
  maximum: true,
  maxLength: true,
  maxItems: true,
  maxProperties: true,
  minimum: false,
  minLength: false,
  minItems: false,
};

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
      if (there) this.answer(`${name} ${status}`, answer, there);
      else this.note(name, `no longer answers ${status}`);
    }
  }

  answer(at, before, after) {
    const { headers = {} } = resolve(this.before, before);
    const there = resolve(this.after, after);
    for (const header of Object.keys(headers)) {
      if (!there.headers?.[header]) this.note(at, `no longer has ${header}`);
    }
    this.content(at, before, after, 'answer');
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
    if (!before || !after) {
      if (before && direction === 'answer') this.note(at, 'may be anything');
      if (after && direction === 'request') this.note(at, 'is now restricted');
      return;
    }
    const key = `${direction} ${before.$ref} ${after.$ref}`;
    if (before.$ref && this.#seen.has(key)) return;
    this.#seen.add(key);
    const known = resolve(this.before, before);
    const there = resolve(this.after, after);
    this.type(at, known, there, direction);
    this.values(at, known, there, direction);
    this.members(at, known, there, direction);
    this.alternatives(at, known, there, direction);
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

  /** What clients write may not be bounded more than before. */
  values(at, known, there, direction) {
    if (known.format !== there.format && known.format && there.format) {
      this.note(at, `was ${known.format} and is ${there.format}`);
    }
    if (direction !== 'request') return;
    for (const [bound, isUpper] of Object.entries(bounds)) {
      const [before, after] = [known[bound], there[bound]];
      if (after === undefined || after === before) continue;
      const isWider = isUpper ? after > before : after < before;
      if (before === undefined || !isWider) {
        this.note(at, `now has the ${bound} ${after}`);
      }
    }
    if (there.pattern && there.pattern !== known.pattern) {
      this.note(at, `must now be like ${there.pattern}`);
    }
    if (there.additionalProperties === false && isOpen(known)) {
      this.note(at, 'no longer takes other properties');
    }
  }

  /** In the order in which they are written: new ones come last. */
  alternatives(at, known, there, direction) {
    for (const kind of ['oneOf', 'anyOf', 'allOf']) {
      const [before = [], after = []] = [known[kind], there[kind]];
      before.forEach((one, index) => {
        const name = `${at} ${kind} ${index + 1}`;
        if (after[index]) this.schema(name, one, after[index], direction);
        else this.note(name, 'is gone');
      });
    }
    const [before, after] = [known, there].map(
      ({ additionalProperties }) => additionalProperties,
    );
    if (isSchema(before) && isSchema(after)) {
      this.schema(`${at}.*`, before, after, direction);
    }
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

function isSchema(it) {
  return typeof it === 'object' && it !== null;
}

function isOpen({ type, additionalProperties }) {
  return type === 'object' && additionalProperties !== false;
}

function resolve(spec, it) {
  if (!it.$ref) return it;
  return it.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key], spec);
}

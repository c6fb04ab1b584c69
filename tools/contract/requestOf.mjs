/**
 * The request to send for an operation.
 *
 * @param {import('./Contract.mjs').Operation} operation
 * @param {{values: Record<string, unknown>, body?: unknown, type?: string}} parts a list is sent as the parameter again and again
 * @param {string} [authorization]
 */
export function requestOf(operation, { values, body, type }, authorization) {
  const query = new URLSearchParams();
  const headers = {
    ...(authorization && { Authorization: authorization }),
    ...(type && { 'Content-Type': type }),
  };
  for (const { name, in: place } of operation.parameters) {
    if (values[name] === undefined) continue;
    if (place === 'query') append(query, name, values[name]);
    if (place === 'header') headers[name] = values[name];
  }
  const search = query.toString();
  return {
    method: operation.verb.toUpperCase(),
    path: pathOf(operation, values) + (search ? `?${search}` : ''),
    headers,
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  };
}

function append(query, name, value) {
  [value].flat().forEach(one => query.append(name, String(one)));
}

function pathOf({ path }, values) {
  return path.replace(/\{(\w+)\}/g, (_, name) => segmentOf(values[name]));
}

/** `{raw}` is sent as it stands. */
function segmentOf(value) {
  return value?.raw ?? encodeURIComponent(String(value));
}

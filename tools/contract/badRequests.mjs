import { requestOf } from './requestOf.mjs';

/** Parameters of which nothing is told when there is nothing of that name. */
const filters = ['getTaskHistory taskRef', 'getStageHistory number'];
const tooLarge = 1024 * 1024 + 1;

/**
 * What can be asked wrong of every operation, as its contract tells: a name, the status that must answer, and the request.
 *
 * @param {import('./Contract.mjs').Contract} contract
 * @param {import('./Contract.mjs').Operation} operation
 * @param {Awaited<ReturnType<import('./goodRequests.mjs').goodRequest>>} good
 * @param {string} authorization of somebody who may do everything
 */
export function badRequests(contract, operation, good, authorization) {
  const plain = requestOf(operation, good, authorization);
  return [
    ...ofAnyone(operation, plain),
    ...ofPath(operation, good, authorization),
    ...(operation.body ? ofBody(contract, operation, plain) : []),
  ].filter(({ status }) => operation.responses[status]);
}

function ofAnyone({ responses }, plain) {
  const headers = { ...plain.headers };
  delete headers.Authorization;
  return [
    { name: 'no token', status: 401, request: { ...plain, headers } },
    {
      name: 'a token that is none',
      status: 401,
      request: withHeaders(plain, { Authorization: 'Bearer no-token' }),
    },
    {
      name: 'another version of the API',
      status: 406,
      request: withHeaders(plain, {
        Accept: 'application/vnd.orchestrator.v9+json',
      }),
    },
    ...(responses[400]
      ? [
          {
            name: 'a parameter that there is not',
            status: 400,
            request: {
              ...plain,
              path: `${plain.path}${
                plain.path.includes('?') ? '&' : '?'
              }nonsense=1`,
            },
          },
        ]
      : []),
  ];
}

function ofPath({ parameters, ...operation }, good, authorization) {
  return parameters
    .filter(
      ({ in: place, name }) =>
        place === 'path' &&
        !filters.includes(`${operation.operationId} ${name}`),
    )
    .map(({ name }) => {
      const values = { ...good.values, [name]: 'nowhere' };
      return {
        name: `a ${name} that there is not`,
        status: 404,
        request: requestOf(
          { parameters, ...operation },
          { ...good, values },
          authorization,
        ),
      };
    });
}

function ofBody(contract, operation, plain) {
  const json = { 'Content-Type': 'application/json' };
  return [
    {
      name: 'a body of another type',
      status: 415,
      request: {
        ...withHeaders(plain, { 'Content-Type': 'application/xml' }),
        body: '<a/>',
      },
    },
    {
      name: 'a body that is no JSON',
      status: 400,
      request: { ...withHeaders(plain, json), body: '{"a":' },
    },
    ...(contract.takes(operation, [])
      ? []
      : [
          {
            name: 'a list as the body',
            status: 400,
            request: { ...withHeaders(plain, json), body: '[]' },
          },
        ]),
    {
      name: 'a body that is too large',
      status: 413,
      request: {
        ...withHeaders(plain, json),
        body: JSON.stringify({ a: 'x'.repeat(tooLarge) }),
      },
    },
    // No body is as an empty one.
    ...(contract.takes(operation, {})
      ? []
      : [
          {
            name: 'no body',
            status: 400,
            request: { ...plain, body: undefined },
          },
        ]),
  ];
}

function withHeaders(request, headers) {
  return { ...request, headers: { ...request.headers, ...headers } };
}

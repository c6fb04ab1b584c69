/** What the conformance kit calls: a pet store with a Swagger 2.0 document, and a service that asks for a password. */
const pets = [1, 2].map(id => ({ id, name: `pet ${id}`, status: 'available' }));

export const petStore = {
  'GET https://petstore.swagger.io/v2/swagger.json': { body: swagger() },
  'GET https://petstore.swagger.io/v2/pet/findByStatus?status=available': {
    body: pets,
  },
  'GET https://petstore.swagger.io/v2/pet/1': { body: pets[0] },
  'GET https://petstore.swagger.io/v2/pet/2': { body: pets[1] },
};

/** Names and password are those of the address, and must be those of the request. */
export const passwordService = {
  'GET https://httpbin.org/basic-auth/serverless-workflow/conformance-test': ({
    headers,
  }) => {
    const expected = Buffer.from(
      'serverless-workflow:conformance-test',
    ).toString('base64');
    const user = 'serverless-workflow';
    return headers.authorization === `Basic ${expected}`
      ? { body: { authenticated: true, user } }
      : {
          status: 401,
          headers: { 'www-authenticate': 'Basic realm="Fake Realm"' },
        };
  },
};

function swagger() {
  const ok = { 200: { description: 'found' } };
  return {
    swagger: '2.0',
    info: { title: 'Pet store', version: '1.0.0' },
    host: 'petstore.swagger.io',
    basePath: '/v2',
    schemes: ['https', 'http'],
    paths: {
      '/pet/findByStatus': {
        get: {
          operationId: 'findPetsByStatus',
          produces: ['application/json'],
          parameters: [
            {
              name: 'status',
              in: 'query',
              required: true,
              type: 'array',
              items: { type: 'string' },
              collectionFormat: 'multi',
            },
          ],
          responses: ok,
        },
      },
      '/pet/{petId}': {
        get: {
          operationId: 'getPetById',
          produces: ['application/json'],
          parameters: [
            {
              name: 'petId',
              in: 'path',
              required: true,
              type: 'integer',
              format: 'int64',
            },
          ],
          responses: ok,
        },
      },
    },
  };
}

import { Server, ServerCredentials } from '@grpc/grpc-js';
import protobuf from 'protobufjs';

/** The service of the language's example: greets whoever it is told of. */
export const GREETER_PROTO = `
syntax = "proto3";
package GreeterApi;
service Greeter { rpc SayHello (HelloRequest) returns (HelloReply); }
message HelloRequest { string name = 1; }
message HelloReply { string message = 1; }
`;

/** A gRPC server for {@link GREETER_PROTO}. */
export class GrpcStandIn {
  #server = new Server();
  #port;

  async open() {
    const { root } = protobuf.parse(GREETER_PROTO);
    const [request, reply] = ['HelloRequest', 'HelloReply'].map(name =>
      root.lookupType(`GreeterApi.${name}`),
    );
    const method = {
      path: '/GreeterApi.Greeter/SayHello',
      requestStream: false,
      responseStream: false,
      requestSerialize: message =>
        Buffer.from(request.encode(message).finish()),
      requestDeserialize: bytes => request.decode(bytes),
      responseSerialize: message => Buffer.from(reply.encode(message).finish()),
      responseDeserialize: bytes => reply.decode(bytes),
    };
    this.#server.addService(
      { SayHello: method },
      {
        SayHello: ({ request: { name } }, answer) =>
          answer(null, { message: `Hello ${name}` }),
      },
    );
    this.#port = await new Promise((resolve, reject) =>
      this.#server.bindAsync(
        '127.0.0.1:0',
        ServerCredentials.createInsecure(),
        (error, port) => (error ? reject(error) : resolve(port)),
      ),
    );
  }

  /** It is known at one address. */
  portOf({ host, port }) {
    return host === '127.0.0.1' && port === 5011 ? this.#port : undefined;
  }

  close() {
    this.#server.forceShutdown();
  }
}

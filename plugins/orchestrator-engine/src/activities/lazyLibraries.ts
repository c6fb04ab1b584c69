/**
 * Libraries of protocols, loaded when a task first speaks one: a backend whose workflows do not pays nothing for them.
 *
 * By `require`, since this package is CommonJS as they are.
 */

/** The library of gRPC. */
export function loadGrpc(): typeof import('@grpc/grpc-js') {
  return require('@grpc/grpc-js');
}

/** The library that reads proto files. */
export function loadProtobuf(): typeof import('protobufjs') {
  return require('protobufjs');
}

/** The library of MQTT. */
export function loadMqtt(): typeof import('mqtt') {
  return require('mqtt');
}

/**
 * Libraries of protocols, loaded when a task first speaks one: a backend whose workflows do not pays nothing for them.
 *
 * By `require`, since this package is CommonJS as they are.
 */

export function loadGrpc(): typeof import('@grpc/grpc-js') {
  return require('@grpc/grpc-js');
}

export function loadProtobuf(): typeof import('protobufjs') {
  return require('protobufjs');
}

export function loadMqtt(): typeof import('mqtt') {
  return require('mqtt');
}

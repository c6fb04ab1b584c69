import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { IClientOptions, MqttClient } from 'mqtt';
import { untilAborted } from '../untilAborted';
import { resolveAddress } from '../egress/resolveAddress';
import type { GuardedHttp } from '../egress/GuardedHttp';
import { loadMqtt } from '../lazyLibraries';
import type {
  AsyncApiEndpoint,
  Connection,
  InboundMessage,
} from './AsyncApiEndpoint';
import { decodePayload, encodePayload, headerTexts } from './messages';

const TLS_PORT = 8883;
const TCP_PORT = 1883;

/** Name and password of MQTT's own. */
export type MqttLogin = Pick<IClientOptions, 'username' | 'password'>;

/** A session with an MQTT broker; the channel's address is the topic. Each message is acknowledged (QoS 1). */
export async function openMqtt(
  http: GuardedHttp,
  endpoint: AsyncApiEndpoint,
  login: MqttLogin,
  signal: AbortSignal,
): Promise<Connection> {
  const { address: topic, protocol } = endpoint;
  const isVersion5 = protocol === 'mqtt5';
  const client = await openClient(http, endpoint, {
    ...login,
    protocolVersion: isVersion5 ? 5 : 4,
    reconnectPeriod: 0,
    connectTimeout: http.timeoutMs,
  });
  try {
    await untilAborted(connected(client), signal);
  } catch (error) {
    client.end(true);
    throw error;
  }
  return {
    async send({ payload, headers }) {
      const userProperties = headerTexts(headers);
      await client.publishAsync(topic, encodePayload(payload), {
        qos: 1,
        ...(isVersion5 && { properties: { userProperties } }),
      });
    },
    async receive(onMessage, onEnd) {
      client.on('message', (_topic, payload, packet) =>
        onMessage(messageOf(payload, packet.properties)),
      );
      client.on('close', () => onEnd('the broker closed it'));
      client.on('error', ({ message }) => onEnd(message));
      await client.subscribeAsync(topic, { qos: 1 });
    },
    async close() {
      await client.endAsync(true);
    },
  };
}

async function openClient(
  { egress }: GuardedHttp,
  { url }: AsyncApiEndpoint,
  options: IClientOptions,
): Promise<MqttClient> {
  const isSecure = url.protocol === 'mqtts:';
  const port = Number(url.port) || (isSecure ? TLS_PORT : TCP_PORT);
  const host = await resolveAddress(egress, url);
  const servername = url.hostname;
  const { MqttClient: Client } = loadMqtt();
  return new Client(
    () =>
      isSecure
        ? connectTls({ host, port, servername })
        : connectTcp({ host, port }),
    options,
  );
}

function connected(client: MqttClient): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('connect', () => resolve());
    client.once('error', reject);
    client.once('close', () =>
      reject(new Error('the broker closed the connection')),
    );
  });
}

function messageOf(
  payload: Buffer,
  properties:
    | { readonly userProperties?: object; readonly correlationData?: Buffer }
    | undefined,
): InboundMessage {
  const { userProperties, correlationData } = properties ?? {};
  return {
    payload: decodePayload(payload.toString('utf8')),
    ...(userProperties && { headers: { ...userProperties } }),
    ...(correlationData && { correlationId: correlationData.toString('utf8') }),
  };
}

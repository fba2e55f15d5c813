/** The far end of Socket Mode: greets connections, sends envelopes, hears what is acknowledged. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export type Acked = { readonly envelope_id: string; readonly payload: { readonly [name: string]: unknown } };

export async function far() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  const connections: WebSocket[] = [];
  const acks = new Map<string, (acked: Acked) => void>();
  const arrivals: (() => void)[] = [];
  let opened = 0;
  server.on('connection', (socket) => {
    opened += 1;
    connections.push(socket);
    socket.on('close', () => connections.splice(connections.indexOf(socket), 1));
    socket.on('message', (data) => {
      const acked = JSON.parse(String(data)) as Acked;
      acks.get(acked.envelope_id)?.(acked);
    });
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: connections.length, connection_info: { app_id: 'A0' } }),
    );
    for (const arrived of arrivals.splice(0)) arrived();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    connections,
    opened: () => opened,
    /** Resolves when the next connection has come. */
    arrival: () => new Promise<void>((resolve) => void arrivals.push(resolve)),
    /** Sends an envelope over one connection and resolves with its acknowledgement. */
    send(
      type: 'slash_commands' | 'interactive' | 'events_api',
      payload: object,
      over = 0,
      id: string = randomUUID(),
    ): Promise<Acked> {
      const acked = new Promise<Acked>((resolve) => void acks.set(id, resolve));
      const accepts_response_payload = type !== 'events_api';
      const more = type === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {};
      connections[over]?.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload, ...more }));
      return acked;
    },
    /** As Slack does when it moves a connection elsewhere. */
    refresh(over: number) {
      connections[over]?.send(
        JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'x' } }),
      );
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of connections) socket.terminate();
        server.close(() => resolve());
      }),
  };
}

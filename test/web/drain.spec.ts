import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request, Response } from 'express';
import { drain } from '../../src/web/requests/drain';

it('a stop waits for who is being answered, and not for the line on which they came', async () => {
  let underWay!: Response;
  const server = createServer((request, response) => {
    drain(server)(request as Request, response as Response, () => (underWay = response as Response));
    server.emit('under way');
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const agent = new Agent({ keepAlive: true });
  const asked = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent });
  const answer = once(asked, 'response') as Promise<[IncomingMessage]>;
  await once(server, 'under way');
  const stopped = once(server, 'close');
  server.close();
  underWay.end('done');
  const [answered] = await answer;
  answered.resume();
  await stopped;
  expect(answered.statusCode).toBe(200);
  agent.destroy();
});

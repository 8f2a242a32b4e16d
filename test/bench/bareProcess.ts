import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { connect } from '../../electron/core/store/connection.ts';
import { takeOrders } from './child.ts';

/**
 * The least that could be called a durable webhook receiver: Node's own server and one insert per request, on a
 * connection with the very same guarantees as ours. It neither looks into the body nor works anything out.
 */
export type BareProcess = typeof skills;

const server = createServer();

const skills = {
  async start(dataDir: string): Promise<{ webhook: string }> {
    const db = connect(join(dataDir, 'bare.db'));
    db.exec('CREATE TABLE events (id INTEGER PRIMARY KEY, received_at_us INTEGER NOT NULL, body BLOB NOT NULL) STRICT');
    const insert = db.prepare<[number, Buffer]>('INSERT INTO events (received_at_us, body) VALUES (?, ?)');
    const answer = '{"result":"stored"}';
    const headers = { 'content-type': 'application/json', 'content-length': answer.length };

    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        insert.run(Date.now() * 1000, Buffer.concat(chunks));
        response.writeHead(200, headers).end(answer);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  },
};

takeOrders(skills, () => server.closeAllConnections());

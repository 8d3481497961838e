import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Cut = 'before the commit' | 'after the commit';

export interface UnreliableNetwork {
  /** The database's address by way of this network. */
  url: string;
  /** From now on, the next commit that passes is cut off there, once. */
  cutNext(cut: Cut): void;
  close(): Promise<void>;
}

/** A way to the database that can lose a connection at the worst moment: around a commit. */
export async function openUnreliableNetwork(databaseUrl: string): Promise<UnreliableNetwork> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let cut: Cut | null = null;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const drop = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', drop).on('error', drop);
    }
    let answerIsLost = false;
    client.on('data', (bytes) => {
      const isCommit = cut !== null && bytes.includes('COMMIT');
      if (isCommit && cut === 'before the commit') drop();
      else upstream.write(bytes);
      if (!isCommit) return;
      answerIsLost = cut === 'after the commit';
      cut = null;
    });
    upstream.on('data', (bytes) => (answerIsLost ? drop() : client.write(bytes)));
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href,
    cutNext: (where) => {
      cut = where;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

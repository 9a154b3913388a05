import { createServer } from 'node:net';

/**
 * A port of the loopback address that nothing listens on.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') fail(new Error('a server on loopback has no port'));
        else settle(address.port);
      });
    });
  });
}

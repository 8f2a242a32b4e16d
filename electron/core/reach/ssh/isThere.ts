import { connect } from 'node:net';

/** How long a server may take to greet, in ms. */
const patienceMs = 4000;

/** Whether an SSH server greets at this address. That its port is open is not enough: one that hangs takes connections. */
export function isSshThere(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(patienceMs, () => end(false));
    socket.once('data', (greeting) => end(greeting.toString('latin1').startsWith('SSH-')));
    socket.once('end', () => end(false));
    socket.once('error', () => end(false));
  });
}

import type { Algorithms } from 'ssh2';

/** What the ssh library offers: Electron's cryptography has no chacha20-poly1305 as SSH uses it. */
export const plainSsh = {
  cipher: ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes128-ctr', 'aes256-ctr'],
} satisfies Algorithms;

import { z } from 'zod';

/** How long the program may take to answer about itself, in ms. */
const answerMs = 2000;

const ready = z.object({ readyConnections: z.number() });
const quick = z.object({ hostname: z.string().regex(/^[a-z0-9.-]+$/) });

/** What cloudflared says of itself on the port that it was given for that. Never rejects. */
export interface Metrics {
  /** It has at least one connection to Cloudflare. */
  isReady(): Promise<boolean>;
  /** The address of a quick tunnel; null while it has none. */
  quickUrl(): Promise<string | null>;
}

export function metricsOn(port: number): Metrics {
  const ask = async (path: string): Promise<unknown> => {
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(answerMs) });
      return await response.json();
    } catch {
      return null;
    }
  };
  return {
    async isReady() {
      const said = ready.safeParse(await ask('/ready'));
      return said.success && said.data.readyConnections > 0;
    },
    async quickUrl() {
      const said = quick.safeParse(await ask('/quicktunnel'));
      return said.success ? `https://${said.data.hostname}` : null;
    },
  };
}

import type { en } from '../shared/words/en.ts';
import type { reachEn } from '../shared/words/reachEn.ts';

/** Makes every key and every placeholder of the catalogues a matter of types. */
declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof en & typeof reachEn;
  }
}

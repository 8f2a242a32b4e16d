import type { en } from '../shared/words/en.ts';

/** Makes every key and every placeholder of the catalogue a matter of types. */
declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof en;
  }
}

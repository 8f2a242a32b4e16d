import { builtinModules } from 'node:module';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { notices } from './electron/cli/notices/plugin.ts';

const here = import.meta.dirname;

/** Only a hang ends a test by time: a busy machine is no failure. */
const patient = { testTimeout: 30_000, hookTimeout: 30_000, expect: { poll: { timeout: 15_000 } } };

/** What stays outside the bundles: Node itself, Electron, and packages that hold a native binary. */
const packages = ['electron', 'better-sqlite3', '@ngrok/ngrok', 'cpu-features'];
/** ssh2 does without its two native parts (this one and `cpu-features`): they are absent. */
const external = [...packages, /sshcrypto\.node$/, ...builtinModules, /^node:/];

/**
 * Where the program is to look for newer versions, and the key that tells whose they are (docs/releasing.md). Null in a
 * build that is not signed, and updates are off in it.
 */
function updateSource({ RINGSIDE_UPDATE_URL: url = '', RINGSIDE_UPDATE_KEY: publicKey = '' }: NodeJS.ProcessEnv) {
  if (url === '' && publicKey === '') return null;
  if (url === '' || publicKey === '') throw new Error('RINGSIDE_UPDATE_URL and RINGSIDE_UPDATE_KEY belong together.');
  return { url, publicKey };
}

/**
 * One configuration, three environments. `vite build --app` makes all of them:
 * `dist/renderer` (the page), `dist/main` (main process, core process and its checker, ES modules) and
 * `dist/preload` (CommonJS, which a sandboxed preload has to be).
 */
export default defineConfig({
  root: resolve(here, 'renderer'),
  cacheDir: resolve(here, 'node_modules/.vite'),
  base: './',
  plugins: [react(), notices(here)],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: resolve(here, 'dist/renderer'),
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ['index', 'card', 'note'].map((page) => resolve(here, `renderer/${page}.html`)),
          output: {
            chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
            // What several pages and views share comes in a few files rather than one for each way of sharing. Not what
            // begins a page (`main.tsx`): in a shared file it would begin in every page.
            codeSplitting: {
              groups: [
                { name: 'libraries', test: /node_modules/, tags: ['$initial'] },
                {
                  name: 'start',
                  test: /(?<!main)\.tsx?$/,
                  tags: ['$initial'],
                  entriesAware: true,
                  entriesAwareMergeThreshold: 20_000,
                },
              ],
            },
          },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: packages },
      // ssh2 is CommonJS, and looks beside itself for a program that we have no use for.
      define: { __dirname: 'import.meta.dirname', updateSource: JSON.stringify(updateSource(process.env)) },
      build: {
        ssr: true,
        target: 'node20',
        outDir: resolve(here, 'dist/main'),
        emptyOutDir: true,
        minify: false,
        rolldownOptions: {
          input: {
            main: resolve(here, 'electron/main.ts'),
            core: resolve(here, 'electron/core.ts'),
            checkWorker: resolve(here, 'electron/core/store/checkWorker.ts'),
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        ssr: true,
        target: 'node20',
        outDir: resolve(here, 'dist/preload'),
        emptyOutDir: true,
        minify: false,
        rolldownOptions: {
          input: { preload: resolve(here, 'electron/preload.ts') },
          external,
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  test: {
    // Vitest leaves a processor to others, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        root: here,
        test: {
          ...patient,
          name: 'node',
          environment: 'node',
          include: ['test/{shared,core,browser,shell,cli,simulator,project}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        root: here,
        test: { ...patient, name: 'dom', environment: 'jsdom', include: ['test/renderer/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        root: here,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/chromium.ts'],
          fileParallelism: false,
          // A window manager and a browser share the machine with everything else; the end of a run names who needed it.
          retry: 1,
          ...patient,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

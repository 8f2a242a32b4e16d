import { defineConfig } from 'oxlint';

/** One row of the table in ARCHITECTURE.md: what a folder must never import, and the reason the linter gives. */
function never(files: string[], rules: Record<string, string[]>) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: Object.entries(rules).map(([message, group]) => ({ group, message })) },
      ] as ['error', object],
    },
  };
}

const electron = ['electron', 'electron/*'];
const node = ['node:*'];
const react = ['react', 'react-dom', 'react-dom/*', '@tanstack/*', 'virtua', 'use-intl', 'use-intl/*'];
const hosts = ['**/shell/**', '**/browser/**', '**/cli/**', '**/simulator/**', '**/renderer/**'];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'node', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  env: { builtin: true },
  ignorePatterns: ['dist', 'release', 'node_modules'],
  rules: {
    'no-console': 'error',
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-else-return': 'error',
    'no-param-reassign': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-unassigned-import': 'off',
    'unicorn/prefer-node-protocol': 'error',
    'unicorn/no-array-sort': 'off',
    // A small helper reads best beside its only user, and a copied row is clearer than a changed one.
    'unicorn/consistent-function-scoping': 'off',
    'oxc/no-map-spread': 'off',
    // The last step of a chain that is watched for its effect returns nothing, and a worker's port has no origin.
    'promise/always-return': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-unnecessary-condition': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/consistent-return': 'off',
    // The rows of a batch and the pages of a backfill depend on each other: awaiting in a loop is the point.
    'no-await-in-loop': 'off',
    // The JSX transform imports React by itself.
    'react/react-in-jsx-scope': 'off',
    'react/exhaustive-deps': 'error',
    'react/rules-of-hooks': 'error',
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/require-mock-type-parameters': 'off',
    'vitest/no-conditional-tests': 'off',
  },
  overrides: [
    never(['shared/**'], {
      'shared/ is the language only: types and pure functions.': [
        ...electron,
        ...node,
        ...react,
        '**/electron/**',
        '**/renderer/**',
      ],
    }),
    never(['electron/core/**', 'electron/core.ts'], {
      'The core runs in plain Node: reach Electron through a port.': electron,
      'The core knows nothing of its hosts.': [...hosts, ...react],
    }),
    never(['electron/core/calls/**'], {
      'Rules about calls are pure: no Node, no store, no wire.': [
        ...electron,
        ...node,
        ...react,
        ...hosts,
        'better-sqlite3',
        '**/store/**',
        '**/http/**',
      ],
    }),
    never(['electron/browser/**', 'electron/browser.ts', 'electron/cli/**', 'electron/simulator/**'], {
      'Runs in plain Node, without Electron.': [...electron, '**/shell/**'],
      'The renderer is built, not imported.': ['**/renderer/**', ...react],
    }),
    never(['electron/shell/**', 'electron/main.ts', 'electron/preload.ts'], {
      'The shell only draws: it asks the core through the contract, and shares types alone with it.': [
        'better-sqlite3',
        '**/core/store/**',
        '**/core/ingest/**',
        '**/core/calls/**',
        '**/core/http/**',
      ],
      'The renderer is built, not imported.': ['**/renderer/**', ...react],
      'One host knows nothing of the other.': ['**/browser/**', '**/simulator/**'],
    }),
    never(['renderer/**'], {
      'The renderer lives in the DOM: ask the core through the bridge.': [...electron, ...node, '**/electron/**'],
    }),
    { files: ['electron/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
    { files: ['*.config.ts', 'test/support/tallyReporter.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['renderer/**'], env: { browser: true } },
  ],
});

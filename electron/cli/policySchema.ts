import { z } from 'zod';

import { settingFields } from '../core/settings/schema.ts';

/**
 * The JSON schema of the policy file, by which editors help to write one. It is kept in `docs/policy.schema.json`:
 * `node electron/cli/policySchema.ts > docs/policy.schema.json`, then `npm run format`.
 */
export function policySchema(): object {
  const { doNotDisturbUntilUs: _, ...settings } = settingFields;
  const { properties } = z.toJSONSchema(z.strictObject(settings), { io: 'input' });
  const extensions = properties?.['extensions'];
  const any = { $ref: '#/$defs/settings' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Policy of an organisation for Ringside',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      defaults: { description: 'In force until the user chooses otherwise.', ...any },
      locked: { description: 'In force whatever the user chooses.', ...any },
      extensionFromUserName: {
        description: 'Learns the extensions from the name the user has on this machine.',
        type: 'object',
        properties: {
          users: {
            description: 'User names with their extensions.',
            type: 'object',
            additionalProperties: { anyOf: [{ type: 'string' }, extensions] },
          },
          pattern: {
            description: 'Where in a user name the extension stands, such as agent-{extension}; * is anything.',
            type: 'string',
          },
          locked: { description: 'Whether the user cannot change it.', type: 'boolean' },
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
    $defs: {
      settings: { type: 'object', properties: withoutRequired(properties), additionalProperties: false },
    },
  };
}

/** No part of a setting has to be written down: what is missing is as usual. */
function withoutRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutRequired);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([name, value]) => name !== 'required' || !Array.isArray(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutRequired(value)]));
}

if (import.meta.main) console.log(JSON.stringify(policySchema(), null, 2));

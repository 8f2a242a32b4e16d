import { z } from 'zod';

import { isRecord } from '../core/policy/isRecord.ts';
import { settingFields } from '../core/settings/schema.ts';

/**
 * The JSON schema of the policy file, by which editors help to write one. It is kept in `docs/policy.schema.json`:
 * `node electron/cli/policySchema.ts > docs/policy.schema.json`, then `npm run format`.
 */
export function policySchema(): object {
  const { doNotDisturbUntilUs: _, reach, ...others } = settingFields;
  const settings = {
    ...without(schemaOf(z.strictObject(others)).properties, ['required']),
    // Blanks may stand where the pattern of a setting has no room for them.
    reach: without(schemaOf(reach), ['required', 'pattern']),
  };
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
            additionalProperties: { anyOf: [{ type: 'string' }, schemaOf(others.extensions)] },
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
      settings: { type: 'object', properties: settings, additionalProperties: false },
    },
  };
}

function schemaOf(field: z.ZodType) {
  const { $schema: _, ...schema } = z.toJSONSchema(field, { io: 'input' });
  return schema;
}

/** No part of a setting is `required`, for instance: what a policy leaves out is as usual. */
function without(schema: object | undefined, keywords: readonly string[]): object {
  const kept = Object.entries(schema ?? {}).filter(([name]) => !keywords.includes(name));
  const within = (value: unknown) => (isRecord(value) ? without(value, keywords) : value);
  return Object.fromEntries(kept.map(([name, value]) => [name, within(value)]));
}

if (import.meta.main) console.log(JSON.stringify(policySchema(), null, 2));

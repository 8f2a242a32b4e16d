import { describe, expect, test } from 'vitest';

import { machinePolicy } from '../../../electron/core/policy/policySource.ts';
import { readPolicy } from '../../../electron/core/policy/readPolicy.ts';
import { policyFaultSentence } from '../../../shared/policy.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { en } from '../../../shared/words/en.ts';

const words = { ...en.settingFaults, ...en.policyFaults };

/** What a file with this content comes to, and what is wrong with it in words. */
function read(content: unknown, userName = 'maria') {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const policy = readPolicy({ kind: 'text', text }, '/policy.json', userName);
  if (policy === null) throw new Error('a file is a policy');
  const { defaults, locked, faults } = policy;
  return { defaults, locked, wrong: faults.map((fault) => policyFaultSentence(fault, words)) };
}

describe('a policy', () => {
  test('that makes sense is taken whole', () => {
    const content = {
      $schema: 'https://example.com/policy.schema.json',
      defaults: { theme: 'dark', domain: ' PBX.Example.com ' },
      locked: { updates: 'off', crmUrl: 'https://crm.example.com/?q={e164}' },
    };
    expect(read(content)).toEqual({
      defaults: { theme: 'dark', domain: 'pbx.example.com' },
      locked: { updates: 'off', crmUrl: 'https://crm.example.com/?q={e164}' },
      wrong: [],
    });
  });

  test('without anything in it wants nothing', () => {
    expect(read('{}')).toEqual({ defaults: {}, locked: {}, wrong: [] });
    expect(readPolicy({ kind: 'none' }, '/policy.json', 'maria')).toBeNull();
  });

  test('need not write a whole tunnel down: the parts that are left out are the usual ones', () => {
    const { locked, wrong } = read({
      locked: { reach: { kind: 'ssh', ssh: { host: 'gate.example.com', url: 'https://hooks.example.com' } } },
    });
    expect(wrong).toEqual([]);
    expect(locked.reach).toEqual({
      ...defaultSettings.reach,
      kind: 'ssh',
      ssh: { ...defaultSettings.reach.ssh, host: 'gate.example.com', url: 'https://hooks.example.com' },
    });
  });
});

describe('the tunnel of a policy', () => {
  const ssh = { kind: 'ssh', ssh: { socket: '/run/ringside/{user}.sock', url: 'https://{extension}.example.com' } };

  test('differs from agent to agent by their user name and extension', () => {
    const rule = { pattern: 'A.Maria-{extension}' };
    const { locked, wrong } = read({ locked: { reach: ssh }, extensionFromUserName: rule }, 'A.Maria-1002');
    expect(wrong).toEqual([]);
    expect(locked.reach?.ssh).toMatchObject({
      socket: '/run/ringside/a.maria-1002.sock',
      url: 'https://1002.example.com',
    });
  });

  test.each(['../../etc', 'a/b', 'evil.com#', 'a b', '.', 'Μαρία', ''])(
    'is left out for a user name that could lead elsewhere: %s',
    (userName) => {
      const content = { defaults: { reach: { kind: 'own-url', ownUrl: { url: 'https://{user}.example.com' } } } };
      expect(read(content, userName)).toMatchObject({
        defaults: {},
        wrong: ['defaults.reach: nothing is known of this user that could stand for {user}'],
      });
    },
  );

  test('is left out for a user whose extension is not known', () => {
    const { locked, wrong } = read({ locked: { reach: ssh } });
    expect(locked).toEqual({});
    expect(wrong).toEqual(['locked.reach: nothing is known of this user that could stand for {extension}']);
  });
});

test('the words in braces of a customer address are the call’s, and stay', () => {
  expect(read({ locked: { crmUrl: 'https://crm.example.com/{extension}' } }).locked).toEqual({
    crmUrl: 'https://crm.example.com/{extension}',
  });
});

describe('what is wrong with a policy', () => {
  test.for<readonly [unknown, readonly string[]]>([
    ['', ['it is no JSON (SyntaxError: Unexpected end of JSON input)']],
    ['[]', ['expected an object in braces']],
    ['null', ['expected an object in braces']],
    [{ defaults: [] }, ['defaults: expected an object in braces']],
    [{ locked: 'updates' }, ['locked: expected an object in braces']],
    [{ lock: {} }, ['lock: not known to this version of Ringside']],
    [{ defaults: { weather: 'fine' } }, ['defaults.weather: no setting of this version of Ringside']],
    [{ locked: { __proto__x: 1 } }, ['locked.__proto__x: no setting of this version of Ringside']],
    [{ locked: { doNotDisturbUntilUs: 1 } }, ['locked.doNotDisturbUntilUs: no setting of this version of Ringside']],
    [{ locked: { port: 80 } }, ['locked.port: expected a whole number between 1024 and 65535']],
    [{ locked: { updates: 'never' } }, ['locked.updates: expected automatic or off']],
    [
      { defaults: { reach: { kind: 'ssh', ssh: { hots: 'x', port: 0 } } } },
      [
        'defaults.reach.ssh.port: expected a port from 1 to 65535',
        'defaults.reach.ssh: expected another kind of value',
      ],
    ],
    [{ defaults: { ways: { direct: { card: 'no' } } } }, ['defaults.ways.direct.card: expected true or false']],
    [{ extensionFromUserName: 'x' }, ['extensionFromUserName: expected an object in braces']],
    [{ extensionFromUserName: { users: [] } }, ['extensionFromUserName.users: expected an object in braces']],
    [
      { extensionFromUserName: { users: { nikos: 'ten two' } } },
      ['extensionFromUserName.users.nikos: expected an extension such as 1002'],
    ],
    [
      { extensionFromUserName: { regexp: '' } },
      ['extensionFromUserName.regexp: not known to this version of Ringside'],
    ],
    [{ extensionFromUserName: { locked: 1 } }, ['extensionFromUserName.locked: expected true or false']],
    ...['', 'agent', '{extension}{extension}', '****{extension}', '{ext}{extension}'].map(
      (pattern) =>
        [{ extensionFromUserName: { pattern } }, [`extensionFromUserName.pattern: ${words.pattern}`]] as const,
    ),
  ])('is named, with its place: %j', ([content, wrong]) => {
    expect(read(content)).toEqual({ defaults: {}, locked: {}, wrong });
  });

  test('is named for everybody, also where this user has no need of it', () => {
    const rule = { users: { maria: '1002' }, pattern: 'x' };
    expect(read({ extensionFromUserName: rule }).wrong).toEqual([`extensionFromUserName.pattern: ${words.pattern}`]);
  });

  test('takes nothing else away', () => {
    const content = {
      defaults: { theme: 'pink', language: 'el' },
      locked: { port: 'x', updates: 'off' },
      later: true,
      extensionFromUserName: { users: { maria: '1002', nikos: [] }, someday: 1 },
    };
    expect(read(content)).toMatchObject({
      defaults: { language: 'el', extensions: ['1002'] },
      locked: { updates: 'off' },
      wrong: [{}, {}, {}, {}].map(() => expect.stringMatching(/^(defaults|locked|later|extensionFromUserName)/)),
    });
  });
});

describe('the extension', () => {
  test.for<readonly [string, string, string | null]>([
    ['agent-{extension}', 'agent-1002', '1002'],
    ['agent-{extension}', 'Agent-1002', '1002'],
    ['agent-{extension}', 'agent-', null],
    ['agent-{extension}', 'agent-1002x', null],
    ['agent-{extension}', 'my-agent-1002', null],
    ['*.{extension}', 'maria.georgiou.1002', '1002'],
    ['*{extension}', 'maria1002', '1002'],
    ['{extension}@*', '1002@example.com', '1002'],
    ['a.b{extension}', 'axb1002', null],
    ['(a+)+{extension}', '(a+)+1002', '1002'],
    ['*a*a*{extension}', `${'a'.repeat(250)}x`, null],
    ['*{extension}', 'a'.repeat(300) + '1', null],
    ['Μαρία{extension}', 'ΜΑΡΊΑ7', '7'],
  ])('by the pattern %s of the user %s is %s', ([pattern, user, extension]) => {
    const { defaults, wrong } = read({ extensionFromUserName: { pattern } }, user);
    expect(defaults.extensions).toEqual(extension === null ? undefined : [extension]);
    expect(wrong).toEqual([]);
  });

  test('is the one the list has for the user, also where the name would say another', () => {
    const rule = { pattern: '*{extension}', users: { 'Agent-1002': ['1003', '1004'], nikos: '1005' } };
    expect(read({ extensionFromUserName: rule }, 'agent-1002').defaults).toEqual({ extensions: ['1003', '1004'] });
    expect(read({ extensionFromUserName: rule }, 'agent-7').defaults).toEqual({ extensions: ['7'] });
  });

  test('that the name says goes before the one for everybody, which stays for whom no rule knows', () => {
    const content = { defaults: { extensions: ['0'] }, extensionFromUserName: { pattern: 'a{extension}' } };
    expect(read(content, 'a1').defaults.extensions).toEqual(['1']);
    expect(read(content, 'b1').defaults.extensions).toEqual(['0']);
  });

  test('can be locked', () => {
    const rule = { users: { maria: '1002' }, locked: true };
    expect(read({ extensionFromUserName: rule })).toEqual({
      defaults: {},
      locked: { extensions: ['1002'] },
      wrong: [],
    });
  });
});

test('no variable of the user says where the policy of a machine lies', () => {
  expect(machinePolicy('win32')).toEqual({ path: 'C:\\Program Files\\Ringside Policy\\policy.json', owner: null });
  expect(machinePolicy('darwin')).toEqual({ path: '/Library/Application Support/Ringside/policy.json', owner: 0 });
  expect(machinePolicy('linux')).toEqual({ path: '/etc/ringside/policy.json', owner: 0 });
});

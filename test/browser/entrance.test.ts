import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { contentSecurityPolicy } from '../../shared/csp.ts';
import { startTestHost, type TestHost } from './testHost.ts';

let at: TestHost;
let cookie: string;
beforeAll(async () => {
  at = await startTestHost();
  cookie = await at.enter();
});
afterAll(() => at.stop());

const pathOf = (url: string): string => new URL(url).pathname + new URL(url).search;

describe('the printed address', () => {
  test('is on 127.0.0.1 and holds a key of 256 bits', () => {
    expect(at.host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}$/);
  });

  test('turns into a cookie that no script and no other site can use, and leaves the address bar', async () => {
    const entered = await at.ask({ path: pathOf(at.host.url) });
    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe('/');
    expect(entered.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^ringside-${at.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`)),
    ]);
  });

  test('lets a second browser in, too', async () => {
    await at.enter();
    const second = await at.enter();
    expect((await at.ask({ headers: { cookie: second } })).status).toBe(200);
  });

  test('does not give its key away as the cookie', () => {
    expect(cookie).not.toContain(new URL(at.host.url).searchParams.get('key'));
  });

  test('works as localhost as well', async () => {
    const asked = { path: pathOf(at.host.url), headers: { host: `localhost:${at.port}` } };
    expect((await at.ask(asked)).status).toBe(303);
  });

  test('that is issued for one opening lets in once', async () => {
    const once = at.host.issueUrl();
    expect((await at.ask({ path: pathOf(once) })).status).toBe(303);
    expect((await at.ask({ path: pathOf(once) })).status).toBe(401);
    expect((await at.ask({ path: pathOf(at.host.url) })).status).toBe(303);
  });
});

describe('without the cookie', () => {
  test('a missing, an empty, a wrong and a shortened key get the same bytes, which say what to do', async () => {
    const paths = [
      '/',
      '/?key=',
      '/?key=wrong',
      pathOf(at.host.url).slice(0, -1),
      '/anything',
      '/assets/index-a1b2.js',
    ];
    const answers = await Promise.all(paths.map((path) => at.ask({ path })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set(['401 Open the address that Ringside printed in the terminal.\n']),
    );
  });

  test('the key opens nothing but the front door', async () => {
    const { search } = new URL(at.host.url);
    expect((await at.ask({ path: `/assets/index-a1b2.js${search}` })).status).toBe(401);
    expect((await at.ask({ method: 'HEAD', path: `/${search}` })).status).toBe(401);
  });

  test.each(['', 'ringside=x', 'other=1'])('a foreign cookie %j opens nothing', async (foreign) => {
    expect((await at.ask({ headers: { cookie: foreign } })).status).toBe(401);
  });

  test('the right name with a wrong or shortened value opens nothing', async () => {
    for (const forged of [`ringside-${at.port}=`, `ringside-${at.port}=wrong`, cookie.slice(0, -1)]) {
      expect((await at.ask({ headers: { cookie: forged } })).status).toBe(401);
    }
  });

  test('a request and the pushes are refused in JSON', async () => {
    const headers = { origin: at.origin, 'content-type': 'application/json' };
    const posted = await at.ask({ method: 'POST', path: '/api/status.get', headers, body: '{}' });
    expect(posted.status).toBe(401);
    expect(JSON.parse(posted.body)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect((await at.ask({ path: '/api/pushes' })).status).toBe(401);
    expect(at.app.asked).toEqual([]);
    expect(at.app.subscribers).toBe(0);
  });
});

describe('another page', () => {
  const foreign = [
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['an opaque Origin', { origin: 'null' }],
    ['our Origin on another port', { origin: 'http://127.0.0.1:1' }],
    ['our Origin by another name', { host: 'localhost', origin: 'http://127.0.0.1' }],
    ['a cross-site mark', { 'sec-fetch-site': 'cross-site' }],
    ['the mark of another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a name of its own that leads here', { host: 'evil.example' }],
    ['another port in Host', { host: '127.0.0.1:1' }],
    ['no port in Host', { host: '127.0.0.1' }],
  ] as const;

  test.each(foreign)('with %s gets nothing, cookie or not', async (_, marks) => {
    const headers = { ...marks, cookie, 'content-type': 'application/json' };
    for (const asked of [
      { path: '/' },
      { path: pathOf(at.host.url) },
      { path: '/assets/index-a1b2.js' },
      { path: '/api/pushes' },
      { method: 'POST', path: '/api/status.get', body: '{}' },
      { method: 'OPTIONS', path: '/api/status.get' },
    ]) {
      const answered = await at.ask({ ...asked, headers });
      expect({ ...asked, status: answered.status }).toEqual({ ...asked, status: 403 });
      expect(Object.keys(answered.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answered.headers['set-cookie']).toBeUndefined();
    }
    expect(at.app.asked).toEqual([]);
  });

  test('may open the front door in a tab of its own, which comes back for its cookie', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    const withKey = await at.ask({ path: pathOf(at.host.url), headers: link });
    expect(withKey.status).toBe(303);
    const withoutCookie = await at.ask({ headers: link });
    expect(withoutCookie.status).toBe(401);
    expect(withoutCookie.headers['refresh']).toBe('0; url=/');
    const again = await at.ask({ headers: { ...link, 'sec-fetch-site': 'same-origin' } });
    expect(again.headers['refresh']).toBeUndefined();
  });

  test.each(['/assets/index-a1b2.js', '/api/pushes'])('may not open %s in a tab', async (path) => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', cookie };
    expect((await at.ask({ path, headers: link })).status).toBe(403);
  });

  test('may not open the front door in a frame', async () => {
    const frame = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', cookie };
    expect((await at.ask({ headers: frame })).status).toBe(403);
  });
});

describe('a posted request has to say which page it comes from', () => {
  const post = { method: 'POST', path: '/api/status.get', body: '{}' };

  test('by our Origin', async () => {
    const headers = { cookie, 'content-type': 'application/json', origin: at.origin };
    expect((await at.ask({ ...post, headers })).status).toBe(200);
  });

  test('or by the mark of the same origin', async () => {
    const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    expect((await at.ask({ ...post, headers })).status).toBe(200);
  });

  test.each([{}, { 'sec-fetch-site': 'none' }])('and %j says nothing', async (marks) => {
    const headers = { cookie, 'content-type': 'application/json', ...marks };
    expect((await at.ask({ ...post, headers })).status).toBe(403);
  });
});

describe('the page', () => {
  test('is served to the cookie, never kept by the browser', async () => {
    const answered = await at.ask({ headers: { cookie: `other=1; ${cookie}` } });
    expect(answered).toMatchObject({ status: 200, body: '<!doctype html><title>Ringside</title>' });
    expect(answered.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': '38',
      'cache-control': 'no-store',
    });
  });

  test('has assets, which the browser may keep because their names change with them', async () => {
    const answered = await at.ask({ path: '/assets/index-a1b2.js', headers: { cookie } });
    expect(answered).toMatchObject({ status: 200, body: 'start()' });
    expect(answered.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answered.headers['cache-control']).toBe('private, max-age=31536000, immutable');
  });

  test.each([
    '/..%2f..%2fpackage.json',
    '/..%2fpackage.json',
    '/../package.json',
    '/%2e%2e/package.json',
    String.raw`/..\package.json`,
    '/assets/..%5c..%5cpackage.json',
    '//package.json',
    '/assets',
    '/assets/',
    '/%',
    '/__proto__',
  ])('does not lead out of its folder by %s', async (path) => {
    const answered = await at.ask({ path, headers: { cookie } });
    expect(answered.body).not.toContain('stolen');
    expect(['<!doctype html><title>Ringside</title>', 'There is nothing here.\n']).toContain(answered.body);
  });

  test('is only read', async () => {
    const answered = await at.ask({ method: 'POST', headers: { cookie, origin: at.origin } });
    expect(answered).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await at.ask({ method: 'HEAD', headers: { cookie } })).toMatchObject({ status: 200, body: '' });
  });

  test('and everything else carries the headers that keep other pages away', async () => {
    const api = { 'content-type': 'application/json', origin: at.origin, cookie };
    const answers = await Promise.all([
      at.ask({}),
      at.ask({ headers: { host: 'evil.example' } }),
      at.ask({ headers: { cookie } }),
      at.ask({ path: '/nothing', headers: { cookie } }),
      at.ask({ path: pathOf(at.host.url) }),
      at.ask({ path: '/assets/index-a1b2.js', headers: { cookie } }),
      at.ask({ method: 'POST', path: '/api/status.get', headers: api, body: '{}' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 200, 404, 303, 200, 200]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });
});

import type { Reply } from '../../shared/contract.ts';

export type Headers = Readonly<Record<string, string>>;

/** What a request gets. */
export type Answer =
  | {
      readonly kind: 'body';
      readonly status: number;
      readonly headers: Headers;
      readonly body: string | Buffer;
    }
  /** Every push from now on, for as long as the client listens. */
  | { readonly kind: 'pushes' };

/** Says why a request gets nothing, in the form its sender reads. */
export type Refuse = (status: number, message: string, headers?: Headers) => Answer;

/** For a person. */
export const refuseInWords: Refuse = (status, message, headers = {}) => ({
  kind: 'body',
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  body: `${message}\n`,
});

/** For the page's script: the shape of every reply. */
export const refuseInJson: Refuse = (status, message, headers = {}) =>
  json(status, { ok: false, error: { code: 'bad-request', message } }, headers);

export function json(status: number, reply: Reply, headers: Headers = {}): Answer {
  return {
    kind: 'body',
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(reply),
  };
}

import type { Reason } from '../../../shared/refusal.ts';
import { type Placeholder, placeholders, type TemplatePreview } from '../../../shared/template.ts';
import type { Call } from '../calls/call.ts';

/** Schemes that only ever start a call. */
const phoneSchemes = new Set(['tel:', 'sip:', 'sips:', 'callto:']);

const longest = 2000;

/**
 * Fills an address template for a call and says whether the address may be opened: https anywhere, http on the hosts the
 * user has named, and the schemes of telephones. Values are percent-encoded, so that nothing in a call can change where
 * an address leads: neither scheme nor host may hold a placeholder.
 *
 * @param name the contact's name; empty when nobody gave the number one
 */
export function fillAddress(
  template: string,
  call: Call,
  { name, httpHosts }: { readonly name: string; readonly httpHosts: readonly string[] },
): TemplatePreview {
  const values = valuesOf(call, name);
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)].find(([, key]) => !isPlaceholder(key ?? ''));
  if (unknown !== undefined) return refused({ kind: 'no-placeholder', placeholder: unknown[0] });
  const isPhone = phoneSchemes.has(schemeOf(template));
  const text = template.trim().replace(/\{(\w+)\}/g, (_braces, key: Placeholder) => {
    // Half a character cannot be encoded.
    const value = encodeURIComponent(values[key].toWellFormed());
    // A telephone's scheme wants the plus of a number as it is.
    return isPhone ? value.replaceAll('%2B', '+') : value;
  });
  if (text.length > longest) return refused({ kind: 'address-too-long', most: String(longest) });
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refused({ kind: 'no-address' });
  }
  if (isPhone) {
    return url.pathname.replaceAll(/[^\p{L}\p{N}*#]/gu, '') === ''
      ? refused({ kind: 'no-number-to-call' })
      : { kind: 'url', url: url.href };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refused({ kind: 'scheme-not-opened', scheme: url.protocol });
  }
  const authority = /^\w+:\/\/([^/?#]*)/.exec(template.trim())?.[1] ?? '';
  if (authority.includes('{')) return refused({ kind: 'placeholder-in-host' });
  if (url.username !== '' || url.password !== '') return refused({ kind: 'secret-in-address' });
  if (url.protocol === 'http:' && !httpHosts.includes(url.hostname)) {
    return refused({ kind: 'plain-http', host: url.hostname });
  }
  return { kind: 'url', url: url.href };
}

function valuesOf(call: Call, name: string): Record<Placeholder, string> {
  const e164 = call.e164 ?? call.number ?? '';
  return {
    e164,
    digits: e164.replace(/^\+/, ''),
    number: call.number ?? '',
    // Longer than any customer system looks for, and the address would be too long to open.
    name: name.slice(0, 200),
    extension: call.extension,
    called: call.called ?? '',
    ref: call.ref,
    direction: call.direction,
    outcome: call.outcome,
    domain: call.domain ?? '',
    recording: call.recording ?? '',
    data: call.clickToCallData ?? '',
  };
}

function schemeOf(template: string): string {
  return /^\s*([a-z][a-z0-9+.-]*:)/i.exec(template)?.[1]?.toLowerCase() ?? '';
}

function isPlaceholder(key: string): key is Placeholder {
  return (placeholders as readonly string[]).includes(key);
}

function refused(reason: Reason): TemplatePreview {
  return { kind: 'refused', reason };
}

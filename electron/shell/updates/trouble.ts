import type { UpdateTrouble } from '../../../shared/updates.ts';
import { BadSignature } from './signature.ts';

const byCode: readonly (readonly [RegExp, UpdateTrouble])[] = [
  [/^ERR_CHECKSUM_MISMATCH$/, 'damaged'],
  [/^ERR_UPDATER_INVALID_SIGNATURE$/, 'signature'],
  [/^(?:ERR_UPDATER_|HTTP_ERROR_|ERR_TLS_|CERT_)/, 'server'],
  [
    /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST(?:UNREACH|DOWN)|ENET(?:UNREACH|DOWN)|EPIPE)$/,
    'offline',
  ],
  [/^(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO|ENOTDIR|EISDIR|EEXIST|ENOENT|EBUSY|EMFILE|ENAMETOOLONG)$/, 'disk'],
];

/** electron-updater and Chromium give these no code. */
const byMessage: readonly (readonly [RegExp, UpdateTrouble])[] = [
  [/^net::ERR_(?:CERT|SSL|INVALID|HTTP|TOO_MANY|UNSAFE|BLOCKED|UNEXPECTED)/, 'server'],
  [/^net::ERR_FILE_NO_SPACE/, 'disk'],
  [/^net::ERR_/, 'offline'],
  [/^(?:cancelled|Request has been aborted by the server|Request timed out|aborted)$/, 'offline'],
  [/^(?:Cannot download "|Too many redirects|Maximum redirects)/, 'server'],
  [/^Code signature at URL/, 'signature'],
];

/** What an error of electron-updater, the network or the disk means for the user. */
export function troubleOf(error: unknown): UpdateTrouble {
  if (error instanceof BadSignature) return 'signature';
  if (!(error instanceof Error)) return 'other';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found =
    byCode.find(([pattern]) => pattern.test(code)) ?? byMessage.find(([pattern]) => pattern.test(error.message));
  return found?.[1] ?? 'other';
}

/** What the error says for itself, in one line. */
export function detailOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return (words.split('\n', 1)[0] ?? '').trim().slice(0, 200);
}

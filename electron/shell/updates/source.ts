/** Where newer versions come from, and whose they are. Built into a build that is signed, and into no other. */
export interface UpdateSource {
  /** The folder on a web server with the descriptions of the newest versions, and the files they name. */
  readonly url: string;
  /** The Ed25519 key that those descriptions are signed with: SPKI, DER, base64. */
  readonly publicKey: string;
}

/** A JSON body with line breaks for reading; anything else as it is. */
export function readableBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // A repaired body is not JSON as sent, and shows as sent.
    return body;
  }
}

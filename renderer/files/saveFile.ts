/** By then the download has begun, and has a hold of its own on the content; in milliseconds. */
const begunMs = 60_000;

/** Saves a file of the user's own, where the browser puts downloads or the system asks for a place. */
export function saveFile(name: string, type: string, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), begunMs);
}

import { afterEach, beforeEach, vi } from 'vitest';

/** An `EventSource` that a test tells what to do; the browser's own class cannot be told to fail. */
export class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 1;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close() {
    this.readyState = FakeStream.CLOSED;
  }
}

/** Puts fake streams in the place of the browser's. Returns those that the test has opened so far. */
export function stubStreams(): readonly FakeStream[] {
  const streams: FakeStream[] = [];
  beforeEach(() => {
    streams.length = 0;
    vi.stubGlobal(
      'EventSource',
      class extends FakeStream {
        constructor(url: string) {
          super(url);
          streams.push(this);
        }
      },
    );
  });
  afterEach(() => void vi.unstubAllGlobals());
  return streams;
}

import { vi } from 'vitest';

/** What the list would have in a window of its own; jsdom has no layout. */
const viewportHeight = 400;
const lineHeight = 40;

/** Reports a size for whatever is observed, as a browser does after its first layout. */
class InstantResizeObserver implements ResizeObserver {
  readonly #callback: ResizeObserverCallback;

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element) {
    const isViewport = target.classList.contains('grid-body');
    const contentRect = new DOMRect(0, 0, 1000, isViewport ? viewportHeight : lineHeight);
    const size = [{ blockSize: contentRect.height, inlineSize: contentRect.width }];
    const entry = { target, contentRect, borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size };
    queueMicrotask(() => this.#callback([entry], this));
  }

  unobserve() {}
  disconnect() {}
}

/** Gives the page the sizes that the virtual list asks for. */
export function giveLayout(): void {
  vi.stubGlobal('ResizeObserver', InstantResizeObserver);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockImplementation(() => document.body);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(lineHeight);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(viewportHeight);
  Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
    this.dispatchEvent(new Event('scroll'));
  };
  Element.prototype.scrollBy = function scrollBy(this: Element, by?: ScrollToOptions | number) {
    this.scrollTo({ top: this.scrollTop + (typeof by === 'object' ? (by.top ?? 0) : 0) });
  };
}

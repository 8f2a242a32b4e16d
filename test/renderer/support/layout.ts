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
  giveDialogs();
  Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
    this.dispatchEvent(new Event('scroll'));
  };
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollBy = function scrollBy(this: Element, by?: ScrollToOptions | number) {
    this.scrollTo({ top: this.scrollTop + (typeof by === 'object' ? (by.top ?? 0) : 0) });
  };
}

/** Dialogs that open and close, and pop-overs that their buttons open; jsdom has neither. */
function giveDialogs(): void {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
  document.addEventListener('click', openPopover);
}

function openPopover({ target }: Event): void {
  const button = target instanceof Element ? target.closest('[popovertarget]') : null;
  const popover = document.getElementById(button?.getAttribute('popovertarget') ?? '');
  if (!(popover instanceof HTMLDialogElement)) return;
  popover.open = !popover.open;
  const toggle = Object.assign(new Event('toggle'), { newState: popover.open ? 'open' : 'closed' });
  popover.dispatchEvent(toggle);
}

/**
 * What the scripts take from outside themselves: the page's markup, and what the build puts beside or in front of them.
 * Shapes that one tool's modules pass to another stand, as JSDoc, in the module that makes them.
 */

/**
 * The markup is the project's own, and its tests hold that it has what a script looks for. So a selector is taken to be
 * found, and to be an element of HTML; a script that serves markup with and without it asks before it acts.
 */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K];
  querySelector<N extends SelectorNames>(selectors: N): ElementNamed<N>;
  querySelector<E extends Element = HTMLElement>(selectors: string): E;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll<N extends SelectorNames>(selectors: N): NodeListOf<ElementNamed<N>>;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}
/** Selectors that say by themselves which element they find. */
type SelectorNames = `a[${string}` | `input[${string}` | `button${string}` | `[data-action=${string}` | `[data-guide="search-input"]` | `[data-later]`;
type ElementNamed<N> = N extends `a[${string}` ? HTMLAnchorElement
  : N extends `input[${string}` | `[data-guide="search-input"]` ? HTMLInputElement
  : N extends `[data-later]` ? HTMLTemplateElement
  : HTMLButtonElement;
interface Element {
  closest<E extends Element = HTMLElement>(selectors: string): E;
}

interface HTMLElement {
  /** Watches the width of a chart, see `chart/chart.js`. */
  chartWatch?: ResizeObserver;
  /** Of the search box: what runs it, and whether the reader has asked for results before that was there, see `search-box/`. */
  searchBox?: import("./search-box/box.js").SearchBox;
  wantsToFollow?: boolean;
}

/** What the build puts in front of `offline-app/worker.js`. */
declare const GUIDE: {
  version: string;
  date: string;
  /** addresses below the guide's root */
  files: string[];
  /** words by language */
  notices: Record<"zh" | "en", string>;
};

interface Window {
  /** Put there by the index script of search, which holds the page's language, and by the engine's. */
  guideSearch: Record<"zh" | "en", import("./search-box/engine.js").LanguageData> & { words: import("./search-box/engine.js").Words };

  Image: typeof Image;
  PerformanceObserver: typeof PerformanceObserver;

  // The scope of a service worker, as far as the offline app uses it: TypeScript's library for workers contradicts that for pages.
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  readonly clients: { matchAll(options: object): Promise<{ id: string }[]> };
}
interface WindowEventMap {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
}
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

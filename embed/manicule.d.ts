/** Manicule annotates news articles in the browser: people, places, organisations, events, works and figures. */

/** What is known of an article before it is read. */
export interface ArticleFacts {
  /** BCP 47 tag of the article's language. Default: in a page what its `lang` says, else `fr`. There is a pack for `fr`. */
  lang?: string;
  /**
   * Publication, ISO 8601: the day (`2022-01-06`) is what "Thursday" is read against; with a time (`2022-01-06T10:32+01:00`),
   * so is "two hours ago".
   */
  date?: string;
}

/** For long work. */
export interface Work {
  /** Gives up when aborted; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called now and then with how far the work has come, from 0 to 1. */
  onProgress?: (fraction: number) => void;
}

/** Options of {@link annotate}. */
export interface TextOptions extends ArticleFacts, Work {
  /** Your name for the text; comes back as the document's `id`. */
  id?: string;
}

/** What can be highlighted. */
export type Kind = EntityClass | 'figure' | 'date' | 'link';

/** Light, dark, or as the reader's system has it. */
export type Theme = 'auto' | 'light' | 'dark';

/** Options of {@link annotatePage}; a script tag gives them in `data-` attributes, `interfaceLanguage` in `data-interface-language`. */
export interface PageOptions extends ArticleFacts, Work {
  /** The kinds that are highlighted. Default: all. */
  kinds?: Kind[];
  /** Language of the card and the list. Default: the page's, else the reader's. */
  interfaceLanguage?: 'fr' | 'en';
  /**
   * Where the card opens. `auto`, the default: in the margin where there is room, else beside the words, on a phone at
   * the bottom. `margin`: the same without the bottom. `sheet`: at the bottom always.
   */
  card?: 'auto' | 'margin' | 'sheet';
  /** Every mention (`all`, the default), or the first of each entity. */
  density?: 'all' | 'first';
  /** Default: `auto`, as the page around the article is. */
  theme?: Theme;
  /** Whether a `schema.org` JSON-LD script with the entities as `mentions` is added to the page's head. Default: false. */
  mentions?: boolean;
}

/** An annotated page. */
export interface PageHandle {
  /** What was found; nothing once the article is gone from the page. The offsets are those of `text`. */
  readonly annotations: Annotations | null;
  /** The text that was gathered from the page; undefined once the article is gone from it. */
  readonly text: string | undefined;
  /** Reads the article again; the page's own changes are followed without it. */
  refresh(): Promise<void>;
  /** Opens the card of an entity, figure or link by its id and scrolls to it; `null` closes it. Whether there is such a thing. */
  select(id?: string | null): boolean;
  /** Leaves the page as it was. */
  destroy(): void;
}

/** Annotates a text. Nothing is sent anywhere. Rejects for a date that is none, and a language without a pack. */
export function annotate(text: string, options?: TextOptions): Promise<Annotations>;

/**
 * Annotates the article in the page, in place, without changing its elements.
 *
 * @param target the element that holds the article, or a selector of one or several. Default: the page's `article`,
 *   `[itemprop=articleBody]` or `main`, whichever holds the text.
 */
export function annotatePage(target?: string | Element | null, options?: PageOptions): Promise<PageHandle>;

/**
 * `<manicule-article src lang date theme>`: an article at an address, or the element's own text where there is no `src`.
 * Changes of the attributes are followed.
 */
export interface ManiculeArticleElement extends HTMLElement {}

/** Detail of `manicule:ready`: the annotations stand in the page. */
export interface ReadyDetail {
  annotations: Annotations;
}

/** Detail of `manicule:select`: a card was opened. */
export interface SelectDetail {
  /** The id, as in {@link Annotations}. */
  id: string;
  kind: Kind;
  /** The words that were opened. */
  text: string;
  /** What they stand for: the entity's name, the figure's value. */
  name: string;
}

/** Detail of `manicule:dismiss`: the card was closed. */
export interface DismissDetail {
  id: string;
}

/** Detail of `manicule:error`. */
export interface ErrorDetail {
  /**
   * `policy`: the page allows no WebAssembly. `load`: a file could not be loaded, or is not the one of this release.
   * `article`: there is no article on the page. `language`: there is no pack for its language. `options`: an option has
   * a value that it may not have.
   */
  code: 'policy' | 'load' | 'article' | 'language' | 'options' | (string & {});
  /** A sentence for people. */
  message: string;
}

/** The events; all of them bubble and cross shadow roots. */
export interface ManiculeEventMap {
  'manicule:ready': CustomEvent<ReadyDetail>;
  'manicule:select': CustomEvent<SelectDetail>;
  'manicule:dismiss': CustomEvent<DismissDetail>;
  'manicule:error': CustomEvent<ErrorDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    'manicule-article': ManiculeArticleElement;
  }
  interface HTMLElementEventMap extends ManiculeEventMap {}
  interface DocumentEventMap extends ManiculeEventMap {}
}

/** A document of the schema `manicule/1`. All offsets count Unicode code points of the input text, half-open. */
export interface Annotations {
  schema: 'manicule/1';
  /** The caller's name for the text. */
  id: string | number | null;
  /** BCP 47 tag of the language that was read. */
  lang: string;
  /** The article's date, ISO 8601. */
  date: string | null;
  title: string | null;
  entities: Entity[];
  figures: Figure[];
  links: Link[];
  quotes: Quote[];
  /** What kept the analysis from being complete. */
  notices: Notice[];
}

/** A stretch of the text. */
export interface TextRange {
  /** Offset of the first code point. */
  start: number;
  /** Offset just past the last code point. */
  end: number;
  /** The text between them. */
  text: string;
}

/** Classes of entities. */
export type EntityClass = 'person' | 'place' | 'organisation' | 'event' | 'work' | 'other';

/** Someone or something that the text names, however often and in whatever words. */
export interface Entity {
  /** `e1`, `e2`, … */
  id: string;
  class: EntityClass;
  /** The fullest name. */
  name: string;
  /** Other names that the text has for it. */
  aliases: string[];
  /** The office or title that stands beside the name. */
  role: string | null;
  mentions: TextRange[];
  /** Ids of the links cited for it. */
  links: string[];
  /** Ids of what it is quoted with. */
  quotes: string[];
  /** Ids of the figures that it is the source of. */
  figures: string[];
  /** Where it is, for a known place. */
  place: Place | null;
}

/** Coordinates, WGS 84. */
export interface Place {
  /** Degrees north. */
  lat: number;
  /** Degrees east. */
  lon: number;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** What a figure measures. */
export type Measure =
  | 'cardinal'
  | 'ordinal'
  | 'ratio'
  | 'score'
  | 'percent'
  | 'money'
  | 'age'
  | 'duration'
  | 'quantity'
  | 'date'
  | 'time'
  | 'datetime'
  | 'period'
  | 'set';

/** A number, sum, age, duration, date or the like, with its value. */
export interface Figure extends TextRange {
  /** `f1`, `f2`, … */
  id: string;
  measure: Measure;
  /** The number that the words state; none for "dozens". */
  value: number | null;
  /** Least value that the words allow. */
  low: number | null;
  /** Greatest value that the words allow. */
  high: number | null;
  approximate: boolean;
  /** ISO 4217 code of a currency, CLDR unit, or unit of time. */
  unit: string | null;
  /** Dates, times and durations in ISO 8601; parts that are not known are `X`. */
  iso: string | null;
  /** What is counted, in the text's words. */
  counted: string | null;
  /** Who says so, in the text's words. */
  source: TextRange | null;
  /** Ids of the links cited for it. */
  links: string[];
}

/** A link that the text cites. */
export interface Link {
  /** `l1`, `l2`, … */
  id: string;
  start: number;
  end: number;
  url: string | null;
  host: string | null;
  /** Read from the address. */
  title: string | null;
  /** Read from the address, ISO 8601. */
  date: string | null;
  /** The words that it supports. */
  anchor: TextRange | null;
}

/** A passage in quotation marks. */
export interface Quote extends TextRange {
  /** `q1`, `q2`, … */
  id: string;
  /** The speaker's entity id. */
  speaker: string | null;
}

/** What kept the analysis from being complete. */
export interface Notice {
  code: 'no-pack' | 'other-language' | 'no-date' | (string & {});
  /** A sentence for people. */
  message: string;
}

/** Manicule annotates news articles in the browser: people, places, organisations, events, works and figures. */

/** What the caller knows about an article. */
export interface ArticleFacts {
  /**
   * BCP 47 tag of the article's language. There is a pack for `fr`. Default: in a page, the language that its text is
   * recognised as, or for a very short text the `lang` attribute around the article; otherwise `fr`.
   */
  lang?: string;
  /**
   * Publication date, ISO 8601. Words such as "jeudi" are resolved against the day (`2022-01-06`), and "il y a deux
   * heures" against the time, if there is one (`2022-01-06T10:32+01:00`). Default: in a page, its metadata; otherwise
   * what the text says.
   */
  date?: string;
}

/** Options of long-running calls. */
export interface Work {
  /** Cancels the work when it is aborted; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called as the work advances, with the fraction that is done, from 0 to 1. */
  onProgress?: (fraction: number) => void;
}

/** Options of {@link annotate}. */
export interface TextOptions extends ArticleFacts, Work {
  /** Your name for the text; returned as the `id` of the result. */
  id?: string;
}

/** The kinds of highlights: the classes of entities, figures, dates and times, and links. */
export type Kind = EntityClass | 'figure' | 'date' | 'link';

/** Colours of the card and the list. In a page, `auto` follows the background of the article. */
export type Theme = 'auto' | 'light' | 'dark';

/**
 * Options of {@link annotatePage}. A script tag has them as `data-` attributes: `interfaceLanguage` is
 * `data-interface-language`.
 */
export interface PageOptions extends ArticleFacts, Work {
  /** The kinds to highlight. Default: all. */
  kinds?: Kind[];
  /** Language of the card and the list. Default: the article's if it is one of these, else the browser's. */
  interfaceLanguage?: 'fr' | 'en';
  /**
   * Where the card opens. `auto` (default): in the margin if there is room, else next to the words, and on a phone at
   * the bottom of the screen. `margin`: the same, but on a phone at the bottom only if it does not fit elsewhere.
   * `sheet`: always at the bottom.
   */
  card?: 'auto' | 'margin' | 'sheet';
  /**
   * The bottom corner of the screen with the button that opens the list of highlights. Default: `right`. The button
   * moves up where the page has something fixed in that corner.
   */
  button?: 'right' | 'left';
  /** Highlight every mention (`all`, the default) or only the first mention of each entity (`first`). */
  density?: 'all' | 'first';
  /** Default: `auto`. */
  theme?: Theme;
  /** Whether to add the entities to the page's head, as `mentions` of schema.org in JSON-LD. Default: false. */
  mentions?: boolean;
}

/** An annotated page, as returned by {@link annotatePage}. */
export interface PageHandle {
  /** The annotations of the (first) article, with offsets in {@link text}; `null` while it is not in the page. */
  readonly annotations: Annotations | null;
  /** The text of the (first) article, as read from the page; `undefined` while it is not in the page. */
  readonly text: string | undefined;
  /** Reads the articles again now. Changes of the page are followed without it. */
  refresh(): Promise<void>;
  /**
   * Scrolls to an entity, figure or link and opens its card; `null` closes the open card.
   *
   * @param id an id from {@link annotations}, such as `e1`.
   * @returns whether the id is highlighted on the page; `true` for `null`.
   */
  select(id?: string | null): boolean;
  /** Removes the highlights and everything else that was added, and stops following the page. */
  destroy(): void;
}

/**
 * Annotates a text. Nothing is sent anywhere.
 *
 * @returns a document of the schema `manicule/1`. The promise rejects with an `Error` whose `code` is one of
 *   {@link ErrorDetail.code}, for example for an invalid date or a language without a pack.
 */
export function annotate(text: string, options?: TextOptions): Promise<Annotations>;

/**
 * Annotates the articles in the page, in place, without changing their elements.
 *
 * @param target the element that contains the article, or a selector of one or more such elements. Default: the page's
 *   `article`, `[itemprop=articleBody]` or `main`, whichever contains the text.
 * @returns a handle of the annotated page. The promise rejects with an `Error` whose `code` is one of
 *   {@link ErrorDetail.code}; the page is then unchanged. After `article` (no article, or none that can be seen, within
 *   ten seconds) and `language` the page is still followed, and annotated once there is an article; abort the signal, or
 *   call again, to end that.
 */
export function annotatePage(target?: string | Element | null, options?: PageOptions): Promise<PageHandle>;

/**
 * `<manicule-article src lang date theme>` shows the article at the address `src`, or else the text that the element
 * contains. Changes of the attributes take effect at once.
 */
export interface ManiculeArticleElement extends HTMLElement {}

/** Detail of `manicule:ready`: an article has been annotated, or annotated again after a change. */
export interface ReadyDetail {
  annotations: Annotations;
}

/** Detail of `manicule:select`: a card was opened. */
export interface SelectDetail {
  /** Id of the entity, figure or link, as in {@link Annotations}. */
  id: string;
  kind: Kind;
  /** The highlighted words. */
  text: string;
  /** Title of the card: the entity's name or the figure's value, for example. */
  name: string;
}

/** Detail of `manicule:dismiss`: a card was closed. */
export interface DismissDetail {
  /** Id of the entity, figure or link, as in {@link Annotations}. */
  id: string;
}

/** Detail of `manicule:error`. */
export interface ErrorDetail {
  /**
   * - `policy`: the Content-Security-Policy of the page does not allow WebAssembly, or one of the files.
   * - `load`: a file is missing, did not come within 30 s, or is not the one of this release. If it is the pack, figures and
   *   links are annotated without it; see the notice `no-pack`.
   * - `article`: there is no article on the page yet, or none that can be seen.
   * - `language`: there is no pack for the language that the article is written in.
   * - `options`: an option has an invalid value.
   */
  code: 'policy' | 'load' | 'article' | 'language' | 'options' | (string & {});
  /** One sentence for developers, in English: what is wrong, with which file, and what to do. */
  message: string;
}

/** The events of Manicule. They bubble and cross shadow roots. */
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

/**
 * The annotations of a text: a document of the schema `manicule/1`. Every list is in the order of first occurrence. All
 * offsets count Unicode code points of the text, not UTF-16 units as JavaScript strings do.
 */
export interface Annotations {
  schema: 'manicule/1';
  /** The caller's name for the text, if it gave one. */
  id: string | number | null;
  /** BCP 47 tag of the language that the text was annotated in. */
  lang: string;
  /** Publication date, `YYYY-MM-DD`: from the options, else from the dateline or from the cited links. */
  date: string | null;
  /** The article's title. */
  title: string | null;
  entities: Entity[];
  figures: Figure[];
  links: Link[];
  quotes: Quote[];
  /** What kept the analysis from being complete. */
  notices: Notice[];
}

/** A part of the text, half-open: `start` is included, `end` is not. */
export interface TextRange {
  /** Offset of the first code point. */
  start: number;
  /** Offset after the last code point. */
  end: number;
  /** The text between the two. */
  text: string;
}

/** The classes of entities. `work` includes products; `other` is any other named thing, such as a people. */
export type EntityClass = 'person' | 'place' | 'organisation' | 'event' | 'work' | 'other';

/** A person, place, organisation, event, work or other named thing, with all its mentions. */
export interface Entity {
  /** `e1`, `e2`, … */
  id: string;
  class: EntityClass;
  /** The fullest name in the text. */
  name: string;
  /** The other names that the text uses, in the order of first use. */
  aliases: string[];
  /** The title or office that the text gives with the name ("président"). */
  role: string | null;
  /** All occurrences, in order. */
  mentions: TextRange[];
  /** Ids of the links cited for it. */
  links: string[];
  /** Ids of the quotes that it says. */
  quotes: string[];
  /** Ids of the figures in the sentences that name it. */
  figures: string[];
  /** Where it is, for a known place. */
  place: Place | null;
}

/** Coordinates, WGS 84. */
export interface Place {
  /** Degrees north, from -90 to 90. */
  lat: number;
  /** Degrees east, from -180 to 180. */
  lon: number;
  /** ISO 3166-1 alpha-2 code of the country. */
  country: string;
}

/** What a figure measures. `set` is a recurring date ("chaque lundi"); `score` has two sides ("3-1"). */
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

/** A number, amount, age, duration, quantity or date in the text, with its value. */
export interface Figure extends TextRange {
  /** `f1`, `f2`, … */
  id: string;
  measure: Measure;
  /** The number that the words state, in `unit`; `null` for dates and where they give only bounds ("des dizaines"). */
  value: number | null;
  /** The lowest value that the words allow, if they limit it ("au moins 18"); the first side of a score. */
  low: number | null;
  /** The highest value that the words allow, if they limit it; the second side of a score. */
  high: number | null;
  /** Whether the words say that the number is not exact ("environ"). */
  approximate: boolean;
  /**
   * ISO 4217 code for money, `percent`, a unit of time such as `year`, or else a CLDR unit id where there is one
   * (`kilometer-per-hour`).
   */
  unit: string | null;
  /**
   * Dates, times, periods and durations in ISO 8601, with parts of the day as in TIMEX3 (`2022-01-06TEV`); digits that
   * are not known are `X`.
   */
  iso: string | null;
  /** The words for what a cardinal counts ("membres"). */
  counted: string | null;
  /** The words for who states the figure ("la police de la ville"). */
  source: TextRange | null;
  /** Ids of the links cited for it. */
  links: string[];
}

/** A link that the text cites, or a related story that it lists. */
export interface Link {
  /** `l1`, `l2`, … */
  id: string;
  /** Offset of the first code point of the address or of the related story's title. */
  start: number;
  /** Offset after its last code point; the same as `start` for a link of a page, whose address is not in the text. */
  end: number;
  /** The absolute address; `null` for a related story without one. */
  url: string | null;
  /** The address's host, without `www.`. */
  host: string | null;
  /** Title read from the address, or the related story's own. */
  title: string | null;
  /** Publication date read from the address, `YYYY-MM-DD`. */
  date: string | null;
  /** The words that the link supports. */
  anchor: TextRange | null;
}

/** A passage in quotation marks, without the marks. */
export interface Quote extends TextRange {
  /** `q1`, `q2`, … */
  id: string;
  /** Id of the entity that says it, if it is known. */
  speaker: string | null;
}

/** Something that kept the analysis from being complete. */
export interface Notice {
  /**
   * - `no-pack`: names were not looked for, because no pack was loaded. An event `manicule:error` says why.
   * - `other-language`: the text does not seem to be in the language `lang`.
   * - `no-date`: the publication date is not known, so that dates such as "jeudi" are not resolved.
   */
  code: 'no-pack' | 'other-language' | 'no-date' | (string & {});
  /** One sentence in English, for developers. */
  message: string;
}

// A publisher's code, compiled against the published types and never run. Each @ts-expect-error must suppress an error.

import { annotate, annotatePage } from 'manicule';
import type { Annotations, Kind, PageHandle, PageOptions } from 'manicule';

export async function people(text: string): Promise<string[]> {
  const controller = new AbortController();
  const annotations: Annotations = await annotate(text, {
    id: 'story-1',
    lang: 'fr',
    date: '2022-01-06',
    signal: controller.signal,
    onProgress: (part) => console.log(Math.round(part * 100), '%'),
  });
  if (annotations.schema !== 'manicule/1') throw new Error('another schema');
  return annotations.entities.filter((entity) => entity.class === 'person').map((entity) => entity.name);
}

export async function figures(text: string): Promise<number[]> {
  const { figures, links, quotes, notices } = await annotate(text);
  const cited = new Map(links.map((link) => [link.id, link.anchor?.text ?? link.host]));
  for (const quote of quotes) console.log(quote.start, quote.end, quote.text, quote.speaker ?? 'unknown');
  for (const { code, message } of notices) console.log(code, message);
  return figures.filter((figure) => cited.has(figure.links[0] ?? '')).map((figure) => figure.value ?? figure.low ?? 0);
}

const kinds: Kind[] = ['person', 'organisation', 'figure', 'date', 'link'];
const options: PageOptions = { kinds, theme: 'dark', card: 'sheet', density: 'first', interfaceLanguage: 'en', mentions: true };

export async function page(): Promise<void> {
  const handle: PageHandle = await annotatePage('article', options);
  await annotatePage(document.querySelector('main'));
  await annotatePage();
  const first = handle.annotations?.entities[0];
  const isThere: boolean = handle.select(first?.id ?? null);
  await handle.refresh();
  console.log(isThere, handle.text?.length);
  handle.destroy();
}

export function element(): void {
  const article = document.createElement('manicule-article');
  article.setAttribute('src', '/story.txt');
  article.addEventListener('manicule:ready', (event) => console.log(event.detail.annotations.title));
  document.addEventListener('manicule:select', ({ detail }) => console.log(detail.id, detail.kind, detail.name));
  document.addEventListener('manicule:error', ({ detail }) => console.log(detail.code === 'policy', detail.message));
}

export function mistakes(handle: PageHandle, annotations: Annotations): void {
  // @ts-expect-error the text must be a string
  void annotate(1);
  // @ts-expect-error unknown kind
  void annotatePage('article', { kinds: ['animal'] });
  // @ts-expect-error unknown option
  void annotatePage('article', { colour: 'red' });
  // @ts-expect-error must be an id or null
  handle.select(1);
  // @ts-expect-error may be null
  void handle.annotations.entities;
  // @ts-expect-error may be null
  annotations.entities[0]!.place.lat;
}

import { type Case, expect, expectCardOnClick, expectNothingHighlighted, gather, later, testTogether } from './pages';
import { article, BAY, blocks, CANAL, EARLY, LAST, MIDDLE, prose } from './stories';

// Which part of the page is the article: all of its prose, and nothing of what surrounds it.

const { title, paragraphs } = CANAL;

/** All of the story is gathered, in its order, and nothing else but `allowed`. */
function gathers(body: string, { allowed = [], head, story = paragraphs }: { allowed?: string[]; head?: string; story?: string[] } = {}): Case {
  return {
    body,
    head,
    tag: false,
    check: async (page) => {
      const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
      const gathered = plain(await gather(page));
      for (const paragraph of story) expect(gathered).toContain(plain(paragraph));
      const rest = [title, ...story, ...allowed].reduce((text, part) => text.replace(plain(part), ''), gathered);
      expect(rest.trim(), 'what is gathered besides the story').toBe('');
    },
  };
}

/** The same for a part inside the article, between the third and the fourth paragraph. */
function skips(part: string, more: Parameters<typeof gathers>[1] = {}): Case {
  return gathers(`<main><article>${prose({ title, paragraphs: paragraphs.slice(0, 3) })}${part}${blocks(paragraphs.slice(3))}</article></main>`, more);
}

/** The same for a part after the article, in `main`. */
function skipsAfter(part: string, more: Parameters<typeof gathers>[1] = {}): Case {
  return gathers(`<header><nav><a href="/">Une</a></nav></header><main>${article()}${part}</main><footer>© La Gazette</footer>`, more);
}

/** Prose is read although this class, which some boxes have, is around it. */
function keeps(classes: string, tag = 'div'): Case {
  return gathers(
    `<article><h1>${title}</h1>${blocks(paragraphs.slice(0, 3))}<${tag} class="${classes}">${blocks(paragraphs.slice(3, 5))}</${tag}>${blocks(paragraphs.slice(5))}</article>`,
  );
}

const OPINIONS = [
  'Je passe devant cette écluse tous les matins, et je n’y ai jamais vu un seul ouvrier. Comme disait Jean Castagne, tout cela finira mal.',
  'Et les impôts, qui les paie ? À Lyon on rénove, à Mâcon on ferme. Je n’irai pas, et mes voisins de Tournus non plus, croyez-moi.',
  'Bravo à tous pour ce beau travail. Mon grand-père y a travaillé avec le père de Louis Bertrand, qui serait heureux de voir cela.',
  'Vous oubliez de dire que le canal était déjà fermé en 2009. Monsieur Castagne l’avait promis, il ne l’a pas fait, point final.',
];
const TEASERS = [1, 2, 3, 4, 5].map((index) => ({
  heading: `Jean Castagne en visite, épisode ${index}`,
  text: 'Jean Castagne était à Toulouse pour ouvrir un pont, raconte notre correspondante. Il a parlé avec les habitants puis est reparti pour Lyon.',
}));

const comments = (wrap: (list: string) => string, item: (text: string, index: number) => string) => wrap(OPINIONS.map(item).join(''));
const cards = TEASERS.map(({ heading, text }, index) => `<div class="card"><a href="/${index}"><img alt=""></a><h3><a href="/${index}">${heading}</a></h3><p>${text}</p></div>`).join('');
const links = TEASERS.map(({ heading }, index) => `<li><a href="/${index}">${heading}</a></li>`).join('');
const paragraph = '<p>Jean Castagne se rend à Toulouse.</p>';
const BOXES = [
  'encart-pub', 'encartPub', 'pub', 'bloc-publicité', 'a-lire-aussi', 'aLireAussi', 'a_lire_egalement', 'lireAussi', 'sur-le-meme-theme', 'articles-lies',
  'contenusAssocies', 'partager', 'boutons-partage', 'reseaux_sociaux', 'inscriptionNewsletter', 'bloc-abonnement', 'abonnez-vous', 'adSlot', 'ad__slot',
  'dfp-slot', 'gpt-ad', 'relatedArticles', 'read-more-box', 'sponsorise', 'contenu-sponsorisé', 'mots-cles', 'fil-ariane', 'bandeau-cookies', 'popinRgpd',
  'plus-lus', 'lesPlusLus', 'commentaires', 'sommaire-newsletter', 'appel-aux-dons',
];

testTogether('which', {
  'comments in an ordered list': skipsAfter(
    comments((list) => `<section id="commentaires"><h2>Vos réactions</h2><ol>${list}</ol></section>`, (text, index) => `<li><b>Lecteur${index}</b><p>${text}</p></li>`),
  ),
  'comments in articles': skipsAfter(
    comments((list) => `<section class="reactions"><h2>4 commentaires</h2>${list}</section>`, (text) => `<article class="reaction"><header>Le 4 mai, un lecteur</header><p>${text}</p><a href="#">Répondre</a></article>`),
  ),
  'comments in divs of unknown names, inside the article': gathers(
    `<article>${prose(CANAL)}${comments((list) => `<div class="discussion-thread">${list}</div>`, (text, index) => `<div class="c-item" id="c-${index}"><span>lecteur${index} · il y a 2 h</span><div>${text}</div><a href="#r">Répondre</a> <a href="#s">Signaler</a></div>`)}</article>`,
  ),
  'comments that are longer than the article': skipsAfter(
    comments((list) => `<div id="comments" class="comment-list">${list.repeat(6)}</div>`, (text) => `<div class="comment"><p>${text}</p></div>`),
  ),
  'teasers after the text': skipsAfter(`<section class="suite"><h2>À lire ensuite</h2>${cards}</section>`),
  'teasers after the text, inside the article': gathers(`<article>${prose(CANAL)}<section><h2>À lire ensuite</h2>${cards}</section></article>`),
  'teasers that are articles': skipsAfter(`<div class="feed">${TEASERS.map(({ heading, text }) => `<article><h3><a href="/t">${heading}</a></h3><p>${text}</p></article>`).join('')}</div>`),
  'teasers that are siblings of the article': gathers(`${article()}${TEASERS.map(({ heading, text }) => `<article><h3><a href="/t">${heading}</a></h3><p>${text}</p></article>`).join('')}`),
  'a list of what is read most': skipsAfter(`<div class="top"><h2>Les plus lus</h2><ol>${links}</ol></div>`),
  'a list of what is read most, inside the article': skips(`<div class="top"><h2>Les plus lus</h2><ol>${links}</ol></div>`),
  'one related story in the middle': skips('<p class="x"><strong>Lire aussi : </strong><a href="/1">Jean Castagne, l’homme des ponts</a></p>'),
  'a related story in a box without a name': skips('<div><a href="/1"><img alt=""><span>À lire aussi</span><h4>Jean Castagne, l’homme des ponts</h4></a></div>'),
  'a list of shares': skips('<ul><li><a href="https://x.test/a">Facebook</a></li><li><a href="https://x.test/b">WhatsApp</a></li><li><a href="https://x.test/c">Copier le lien</a></li></ul>'),
  'a box to subscribe to a newsletter': skips('<div class="nl"><h3>La lettre du canal</h3><p>Recevez chaque jeudi les nouvelles de Jean Castagne.</p><input type="email"><button>Je m’inscris</button></div>'),
  'a box to subscribe to the newspaper': skips(`<div class="offre"><p>Cet article est offert par Jean Castagne.</p><a class="btn" href="/abo">Abonnez-vous pour 1 €</a></div>`),
  'a bar of sponsors': skips('<div class="sponsored-links"><p>Jean Castagne recommande</p><a href="/1">Un crédit à 1 %</a> <a href="/2">Une voiture</a></div>'),
  'a player': skips('<div class="player"><p>Jean Castagne à Toulouse</p><button>Lecture</button><span>00:00</span> / <span>03:12</span><video></video></div>'),
  'a table of contents': skips('<div class="toc"><ul><li><a href="#a">Jean Castagne</a></li><li><a href="#b">Toulouse</a></li><li><a href="#c">Et après</a></li></ul></div>'),
  'a box about the author': gathers(`<article>${prose(CANAL)}<div class="author-bio"><img alt=""><p>Jean Castagne est journaliste à Toulouse.</p><a href="/jc">Ses articles</a></div></article>`),
  'keywords after the text': gathers(`<article>${prose(CANAL)}<ul class="tags"><li><a href="/t/1">Toulouse</a></li><li><a href="/t/2">Castagne</a></li></ul></article>`),
  'a long legal notice at the bottom': gathers(
    `${article()}<div class="legal"><p>${'La société éditrice, dont le siège est à Lyon, est représentée par Jean Castagne. Toute reproduction est interdite sans son accord écrit. '.repeat(12)}</p></div>`,
  ),
  'a banner about cookies that is longer than the article': gathers(
    `<div id="cmp" class="banner" role="dialog"><h2>Votre vie privée</h2>${`<p>${'Jean Castagne et ses 812 partenaires lisent et écrivent des données sur votre appareil, avec votre accord. '.repeat(5)}</p>`.repeat(5)}<button>Accepter</button></div>${article()}`,
  ),
  'a banner about cookies without a role': gathers(
    `<div class="consent-wall" style="position: fixed; bottom: 0"><h2>Votre vie privée</h2>${`<p>${'Jean Castagne et ses 812 partenaires lisent et écrivent des données sur votre appareil, avec votre accord. '.repeat(5)}</p>`.repeat(5)}<button>Accepter</button> <button>Refuser</button></div><div>${prose(CANAL)}</div>`,
  ),
  ...Object.fromEntries(BOXES.map((name) => [`a box named ${name}`, skips(`<div class="${name}">${paragraph}</div>`)])),
  'a home page of teasers': {
    body: `<main><section><h2>À la une</h2>${cards}</section><section><h2>En région</h2>${cards}${cards}</section></main>`,
    check: expectNothingHighlighted,
  },
  'a home page of teasers that are articles': {
    body: `<main>${TEASERS.map(({ heading, text }) => `<article><h2><a href="/t">${heading}</a></h2><p>${text}</p><a href="/t">Lire la suite</a></article>`).join('').repeat(3)}</main>`,
    check: expectNothingHighlighted,
  },
  'a paywall that has been unlocked': keeps('paywall paywall--unlocked'),
  'an unlocked part of several classes': keeps('premium-content abonnes is-visible', 'section'),
  'prose about social policy': keeps('social-policy'),
  'prose of a section named ad-hoc': keeps('ad-hoc', 'section'),
  'prose in a share of voice': keeps('share-of-voice'),
  'prose in a publication': keeps('publication'),
  'prose about social networks': keeps('social-networks', 'section'),
  'prose for subscribers': keeps('abonnement-article', 'section'),
  'prose in a promo': keeps('promo'),
  'prose in a related topic': keeps('related-topic-text'),
  'prose with a cookie recipe': keeps('recipe cookie'),
  'prose after an advertisement of the same class': keeps('ad-free advertisement-free'),
  'one long paragraph of a class of boxes': gathers(
    `<article><h1>${title}</h1>${paragraphs.map((text, index) => `<p class="${index === 3 ? 'promo' : 'text'}">${text}</p>`).join('')}</article>`,
  ),
  'the whole text in a class of boxes': gathers(`<article><h1>${title}</h1><div class="abonnement-article newsletter">${blocks(paragraphs)}</div></article>`),
  'a sidebar layout whose class is on the text too': gathers(`<div class="sidebar-layout"><div class="content-with-sidebar related">${prose(CANAL)}</div><aside>${paragraph}</aside></div>`),
  'paragraphs that are divs': gathers(`<div id="content"><h1>${title}</h1>${paragraphs.map((text) => `<div class="para">${text}</div>`).join('')}</div>`),
  'paragraphs that are divs of hashed classes, deep down': gathers(
    `<div id="__next"><div class="sc-a"><div class="sc-b"><ul>${links}</ul></div><div class="sc-c"><div class="sc-d"><h1>${title}</h1>${paragraphs.map((text) => `<div class="sc-e"><div class="sc-f"><span>${text}</span></div></div>`).join('')}</div></div></div></div>`,
  ),
  'text with two line breaks for a paragraph': gathers(`<div class="texte"><h1>${title}</h1>${paragraphs.join('<br><br>')}</div>`),
  'text with two line breaks, in the cell of a table': gathers(
    `<table><tr><td colspan="2"><a href="/">Une</a> | <a href="/2">Sport</a> | <a href="/3">Météo</a></td></tr><tr><td><ul>${links}</ul></td><td><font face="Arial"><b>${title}</b><br><br>${paragraphs.join('<br><br>')}</font></td></tr></table>`,
  ),
  'paragraphs without any wrapper': gathers(`<nav><ul>${links}</ul></nav><h1>${title}</h1>${blocks(paragraphs)}`),
  'role="main"': gathers(`<div role="banner">${paragraph}</div><div role="main">${prose(CANAL)}</div><div role="contentinfo">${paragraph}</div>`),
  'role="article"': gathers(`<div class="left"><ul>${links}</ul></div><div role="article">${prose(CANAL)}</div>`),
  'itemprop="articleBody"': gathers(`<div itemscope><h1>${title}</h1><div itemprop="articleBody">${blocks(paragraphs)}</div></div><div class="b">${cards}</div>`),
  'an article in an article': gathers(`<article class="page"><header><ul>${links}</ul></header>${article()}<footer>${paragraph}</footer></article>`),
  'an article of little text beside a main of much': gathers(`<main><article><h3><a href="/1">Jean Castagne</a></h3><p>Il est à Toulouse.</p></article><div>${prose(CANAL)}</div></main>`),
  'two texts of which the second is longer': gathers(`<main><article><h2>En bref</h2><p>${BAY.paragraphs[0]}</p></article></main><div>${article()}</div>`),
  'short paragraphs of dialogue': gathers(`<article>${prose(CANAL)}<p>— Vraiment ?</p><p>— Oui.</p></article>`, { allowed: ['— Vraiment ?', '— Oui.'] }),
  'a paragraph with many links': gathers(
    `<article><h1>${title}</h1>${blocks(paragraphs.slice(0, 5))}<p>${paragraphs[5]!.replace(LAST, `<a href="/1">${LAST}</a>`).replace('Génelard', '<a href="/2">Génelard</a>').replace('bruit des pompes', '<a href="/3">bruit des pompes</a>').replace('Dijon', '<a href="/4">Dijon</a>')}</p></article>`,
  ),
  'a list of facts': gathers(
    `<article>${prose({ title, paragraphs: paragraphs.slice(0, 3) })}<ul>${blocks(paragraphs.slice(3), 'li')}</ul></article>`,
  ),
  'a quotation': gathers(`<article>${prose({ title, paragraphs: paragraphs.slice(0, 3) })}<blockquote>${blocks(paragraphs.slice(3))}</blockquote></article>`),
  'a live blog': gathers(
    `<main><h1>${title}</h1>${paragraphs.map((text, index) => `<div class="post"><time>1${index}:05</time><p>${text}</p></div>`).join('')}</main>`,
    { allowed: paragraphs.map((_, index) => `1${index}:05`) },
  ),
  'comments that a script adds later': {
    body: `<main>${article()}<section class="commentaires"></section></main>${later(`document.querySelector('.commentaires').innerHTML = '<ol>' + ${JSON.stringify(comments((list) => list, (text) => `<li><p>${text}</p></li>`))} + '</ol>'`)}`,
    check: async (page) => {
      await expectCardOnClick(page, EARLY);
      await expect(page.locator('.commentaires li')).toHaveCount(4);
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => (window as any).ranges().map(String).join())).not.toMatch(/Castagne|Mâcon/);
    },
  },
  'a tag with the names of the story': {
    alone: true,
    body: `<header><nav><ul>${links}</ul></nav></header><main>${article()}</main>`,
    check: (page) => expectCardOnClick(page, MIDDLE),
  },
});

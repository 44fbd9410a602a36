import { type Case, expect, expectHighlighted, gather, testTogether } from './pages';
import { article, CANAL } from './stories';

// The words of the article are those that a reader sees, with the same limits between them.

interface Reading {
  /** HTML after the story. */
  html: string;
  /** Texts that must be gathered; a line break stands for the limit of a block, or of a line. */
  has?: string[];
  /** What must not be gathered, after the story. */
  hasNot?: RegExp;
  /** Words that must be highlighted. */
  marks?: string[];
  /** Figures, as in the annotations, that must not be found. */
  noFigure?: RegExp;
  head?: string;
  /** HTML of the title. */
  title?: string;
}

function reads({ html, has = [], hasNot, marks = [], noFigure, head, title }: Reading): Case {
  const body = article(CANAL, `<h2>Repères</h2>${html}`);
  return {
    head,
    body: title ? body.replace(/<h1>.*?<\/h1>/, title) : body,
    tag: false,
    check: async (page) => {
      // Characters that nobody sees may be kept; spaces of every kind are equal.
      const text = (await gather(page)).replace(/[\u00ad\u200b\u2060]/g, '').replace(/[\u00a0\u202f]/g, ' ');
      const end = title ? text : text.slice(text.indexOf('Repères'));
      for (const words of has) expect(end).toContain(words);
      if (hasNot) expect(end).not.toMatch(hasNot);
      if (noFigure) {
        const figures: string[] = await page.evaluate(() => (window as any).handle.annotations.figures.map(({ text }: { text: string }) => text));
        expect(figures.filter((figure) => noFigure.test(figure))).toEqual([]);
      }
      if (marks.length) await expectHighlighted(page, ...marks);
    },
  };
}

const HIDDEN = '<style>.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>';
const CAP = `${HIDDEN}<style>.cap { float: left; font-size: 3em; line-height: 1 } .cap-inline { display: inline-block; font-size: 3em }</style>`;
const dropCap = (html: string, has = 'Michel Carvin a quitté Lyon lundi'): Case => reads({ head: CAP, html, has: [has] });
const REST = 'ichel Carvin a quitté Lyon lundi, a indiqué la mairie.';
const TITLE = 'Solène Vautrin rouvre le canal du Centre à Digoin';
const split = (html: string): Case => reads({ head: HIDDEN, html: '', title: html, has: [TITLE], hasNot: new RegExp(`${TITLE}[^]*${TITLE}`) });
const letters = [...TITLE].map((letter) => `<span style="display: inline-block">${letter === ' ' ? '&nbsp;' : letter}</span>`).join('');
const words = (tag: string, style: string) => TITLE.split(' ').map((word) => `<${tag} style="${style}">${word}</${tag}>`).join(' ');

testTogether('read', {
  'an exponent': reads({ html: '<p>Le lac perd 10<sup>6</sup> litres par jour, soit 3·10<sup>-4</sup> de son eau.</p>', hasNot: /\b106\b|10-4/, noFigure: /\b106\b/ }),
  'an exponent in a span': reads({ head: '<style>.e { vertical-align: super; font-size: .6em }</style>', html: '<p>Le lac perd 10<span class="e">6</span> litres.</p>', hasNot: /\b106\b/, noFigure: /106/ }),
  'an index': reads({ html: '<p>Il rejette 400 tonnes de CO<sub>2</sub> par an.</p>', has: ['CO2 par an'] }),
  'the sign of a note, without a link': reads({ html: '<p>En 2021<sup>1</sup>, Anne Durand<sup>2</sup> dirigeait 300 agents<sup>3</sup>.</p>', hasNot: /20211|Durand2|agents3/, noFigure: /20211/, marks: ['Anne Durand', '2021'] }),
  'the sign of a note, with a link': reads({ html: '<p>En 2021<sup><a href="#n1">1</a></sup>, Anne Durand<a href="#n2"><sup>2</sup></a> dirigeait Brest.</p>', hasNot: /20211|Durand2/, marks: ['Anne Durand', '2021'] }),
  'the sign of a note, in brackets': reads({ html: '<p>En 2021<sup>[1]</sup>, Anne Durand<a href="#n2">[2]</a> dirigeait Brest<sup>(3)</sup>.</p>', hasNot: /2021\[|Durand\[|Brest\(/, marks: ['Anne Durand', 'Brest'] }),
  'the sign of a note, an asterisk': reads({ html: '<p>Selon Anne Durand<sup>*</sup>, Brest attendra 12 jours<sup>†</sup>.</p>', marks: ['Anne Durand', 'Brest'] }),
  'two signs of notes': reads({ html: '<p>En 1998<sup>1,2</sup>, Brest comptait 45<sup>3</sup> <sup>4</sup> écoles.</p>', hasNot: /19981|453/, noFigure: /19981|453/ }),
  'an ordinal': reads({ html: '<p>Le 1<sup>er</sup> mai, la 2<sup>e</sup> écluse et le XIX<sup>e</sup> siècle de M<sup>me</sup> Durand.</p>', has: ['1er mai', '2e écluse', 'XIXe siècle', 'Mme Durand'], marks: ['1er mai'] }),
  'units': reads({ html: '<p>Le domaine mesure 120 m<sup>2</sup>, la réserve 9 000 m<sup>3</sup> et la zone 4 km<sup>2</sup>.</p>', hasNot: /m2 \d|20 m 2/, noFigure: /^[23]$/ }),
  'deleted and inserted words': reads({ html: '<p>Le maire, <del>Jean Castagne</del> <ins>Paul Verdier</ins>, attend <s>200</s> 300 personnes.</p>', has: ['Paul Verdier'], hasNot: /Castagne|200/, marks: ['Paul Verdier'] }),
  'deleted words without a space': reads({ html: '<p>Il a 3<del>0</del>5 ans et vit à <del>Metz</del><ins>Toul</ins>.</p>', has: ['35 ans', 'à Toul'], hasNot: /Metz/ }),
  'ruby': reads({ html: '<p>Le quartier de <ruby>Belleville<rp>(</rp><rt>bɛlvil</rt><rp>)</rp></ruby> attend Paul Verdier.</p>', has: ['Belleville attend'], hasNot: /bɛlvil|\(/ }),
  'an abbreviation': reads({ html: '<p>L’<abbr title="Organisation des Nations unies">ONU</abbr> a écrit à Paul Verdier.</p>', has: ['L’ONU a écrit'], marks: ['ONU'] }),
  'a list of inline blocks': reads({ head: '<style>.i li { display: inline-block; margin: 0 1em }</style>', html: '<ul class="i"><li>Brest</li><li>Lorient</li><li>Vannes</li></ul>', hasNot: /BrestLorient|LorientVannes/, marks: ['Brest', 'Lorient', 'Vannes'] }),
  'a list in a row': reads({ head: '<style>.i { display: flex; gap: 1em }</style>', html: '<div class="i"><span>Brest</span><span>Lorient</span><span>Vannes</span></div>', hasNot: /BrestLorient|LorientVannes/ }),
  'inline elements with margins': reads({ head: '<style>.i { margin: 0 1em }</style>', html: '<p>Selon <span class="i">Julien Bayard</span><span class="i">Marie Tondeur</span>, ingénieurs.</p>', hasNot: /BayardMarie/ }),
  'an inline block within a word is no limit': reads({ head: '<style>i { display: inline-block }</style>', html: '<p>Brest attend Paul V<i>er</i>dier.</p>', has: ['Paul Verdier'] }),
  'lines of code style': reads({ html: '<pre>Paul Verdier est à Brest.\n\nAgnès Firmat est à Toul.\nJulien Bayard reste.</pre>', has: ['Paul Verdier est à Brest.\n\nAgnès Firmat est à Toul.'], hasNot: /Toul\. ?Julien/, marks: ['Paul Verdier', 'Agnès Firmat'] }),
  'white-space: pre-line': reads({ head: '<style>.v { white-space: pre-line }</style>', html: '<div class="v">Paul Verdier\nAgnès Firmat\n\nBrest attend 300 visiteurs.</div>', has: ['Paul Verdier\nAgnès Firmat'], marks: ['Paul Verdier', 'Agnès Firmat', 'Brest'] }),
  'white-space: pre-wrap with two lines': reads({ head: '<style>.v { white-space: pre-wrap }</style>', html: '<div class="v">Un mot de Paul Verdier.\n\nUn mot d’Agnès Firmat.</div>', has: ['Paul Verdier.\n\nUn mot d’Agnès'] }),
  'lines in the source are spaces': reads({ html: '<p>Paul\n        Verdier est\n\n        à Brest.</p>', has: ['Paul Verdier est à Brest.'], marks: ['Paul Verdier'] }),
  'a line break': reads({ html: '<p>Paul Verdier<br>Agnès Firmat</p>', hasNot: /VerdierAgnès|Verdier Agnès/, marks: ['Paul Verdier', 'Agnès Firmat'] }),
  'words in code': reads({ html: '<p>Le fichier <code>canal.csv</code> est à Brest.</p>', has: ['Le fichier canal.csv est à Brest.'] }),
  'a drop cap in a span': dropCap(`<p><span class="cap">M</span>${REST}</p>`),
  'a drop cap in two spans': dropCap(`<p><span class="cap"><span>M</span></span>${REST}</p>`),
  'a drop cap in an element of old': dropCap(`<p><big class="cap">M</big>${REST}</p>`),
  'a drop cap in a strong': dropCap(`<p><strong class="cap">M</strong>${REST}</p>`),
  'a drop cap in an inline block': dropCap(`<p><span class="cap-inline">M</span>${REST}</p>`),
  'a drop cap in a block': dropCap(`<div><div class="cap">M</div>${REST}</div>`),
  'a drop cap in a block before a paragraph': dropCap(`<div class="cap">M</div><p>${REST}</p>`),
  'a drop cap in a block that ends its paragraph': dropCap(`<p><div class="cap">M</div>${REST}</p>`),
  'a drop cap in an image': dropCap(`<p><img class="cap" alt="M" width="40" height="40">${REST}</p>`),
  'a drop cap with a guillemet': dropCap(`<p><span class="cap">«&nbsp;M</span>${REST.replace('lundi', 'lundi&nbsp;»')}</p>`, '« Michel Carvin a quitté Lyon lundi'),
  'a drop cap after a guillemet': dropCap(`<p>«&nbsp;<span class="cap">M</span>${REST.replace('lundi', 'lundi&nbsp;»')}</p>`, '« Michel Carvin a quitté Lyon lundi'),
  'a drop cap with an apostrophe': dropCap('<p><span class="cap">L’</span>Alsace attend Paul Verdier.</p>', 'L’Alsace attend Paul Verdier'),
  'a drop cap before an apostrophe': dropCap('<p><span class="cap">L</span>’Alsace attend Paul Verdier.</p>', 'L’Alsace attend Paul Verdier'),
  'a drop cap of a word of one letter': dropCap('<p><span class="cap">À</span> Brest, Paul Verdier attend.</p>', 'À Brest, Paul Verdier attend'),
  'a first word that is large': dropCap('<p><span class="cap">Michel</span> Carvin a quitté Lyon lundi.</p>'),
  'a drop cap twice, for eyes and for screen readers': dropCap(`<p><span class="cap" aria-hidden="true">M</span><span class="sr-only">M</span>${REST}</p>`),
  'a drop cap for eyes, and the whole word for screen readers': dropCap(`<p><span aria-hidden="true"><span class="cap">M</span>ichel</span><span class="sr-only">Michel</span> Carvin a quitté Lyon lundi.</p>`),
  'a title of parts that are hidden from screen readers': split(`<h1 aria-label="${TITLE}">${TITLE.split(' ').map((word) => `<div aria-hidden="true" style="display: inline-block">${word}</div>`).join(' ')}</h1>`),
  'a title of letters that are hidden from screen readers': split(`<h1 aria-label="${TITLE}"><span aria-hidden="true">${letters}</span></h1>`),
  'a title of letters': split(`<h1>${letters}</h1>`),
  'a title of words': split(`<h1>${words('span', 'display: inline-block')}</h1>`),
  'a title of lines': reads({
    html: '', title: '<h1><span style="display: block">Solène Vautrin rouvre</span><span style="display: block">le canal à Digoin</span></h1>', hasNot: /rouvrele/,
  }),
  'a title once for eyes and once for screen readers': split(`<h1><span class="sr-only">${TITLE}</span><span aria-hidden="true">${words('span', '')}</span></h1>`),
  'soft hyphens within a name': reads({ html: '<p>Le maire de Saint-Flour, Bar&shy;thé&shy;lé&shy;my Vau&shy;gre&shy;nard, attend.</p>', has: ['Barthélémy Vaugrenard'], marks: ['Barthélémy Vaugrenard'] }),
  'spaces of no width within a name': reads({ html: '<p>Le maire, Bernard Vau\u200bgre\u200bnard, attend. Paul\u200b Verdier aussi.</p>', marks: ['Bernard Vaugrenard', 'Paul Verdier'] }),
  'a chance to break a line within a name': reads({ html: '<p>Le maire, Bernard Vau<wbr>gre<wbr>nard, attend.</p>', has: ['Bernard Vaugrenard'], marks: ['Bernard Vaugrenard'] }),
  'spaces that do not break': reads({ html: '<p>Le maire, Bernard&nbsp;Vaugrenard, attend 12&#8239;000&nbsp;visiteurs.</p>', marks: ['Bernard Vaugrenard', '12 000'] }),
  'a name in two elements': reads({ html: '<p>Selon <b>Marie</b> <i>Durand</i>, maire de <b>Saint</b>-Malo.</p>', has: ['Marie Durand', 'Saint-Malo'] }),
  'comments of the source between words': reads({ html: '<p>Selon Marie<!-- x --> <!-- y -->Durand, Bre<!-- z -->st attend.</p>', has: ['Marie Durand, Brest attend'], marks: ['Brest'] }),
  'an emoji before a name': reads({ html: '<p>🚣🏽‍♀️ À Brest, Paul Verdier 👋 attend 🇫🇷 Agnès Firmat.</p>', marks: ['Brest', 'Paul Verdier', 'Agnès Firmat'] }),
  'the cells of a table': reads({ html: '<table><tr><th>Ville</th><th>Maire</th></tr><tr><td>Brest</td><td>Paul Verdier</td></tr><tr><td>Toul</td><td>Agnès Firmat</td></tr></table>', hasNot: /VilleMaire|BrestPaul|VerdierToul|ToulAgnès/ }),
  'a list of terms': reads({ html: '<dl><dt>Brest</dt><dd>Paul Verdier</dd><dt>Toul</dt><dd>Agnès Firmat</dd></dl>', hasNot: /BrestPaul|VerdierToul/ }),
  'the caption of a figure': reads({ html: '<figure><img alt="Un pont"><figcaption>Agnès Firmat devant le pont de Brest.</figcaption></figure>', has: ['Agnès Firmat devant le pont de Brest.'] }),
  'words for screen readers only': reads({ head: HIDDEN, html: '<p>Brest attend<span class="sr-only"> (ouvre une fenêtre)</span> Paul Verdier.</p>', has: ['Brest attend Paul Verdier'], hasNot: /fenêtre/ }),
  'words out of the screen': reads({ html: '<p>Brest attend<span style="position: absolute; left: -9999px"> (ouvre une fenêtre)</span> Paul Verdier.</p>', hasNot: /fenêtre/ }),
  'an icon with a text for screen readers': reads({ html: '<p>Brest <svg role="img" aria-label="carte"><title>carte</title></svg> attend Paul Verdier.</p>', has: ['Brest attend Paul Verdier'], hasNot: /carte/ }),
  'a link with a sign for other sites': reads({ head: HIDDEN, html: '<p>Lire <a href="https://exemple.test/">le rapport<span class="sr-only">, nouvel onglet</span></a> de Paul Verdier.</p>', has: ['le rapport de Paul Verdier'] }),
  'generated text is not read': reads({ head: '<style>q::before { content: "« " } q::after { content: " »" }</style>', html: '<p>Paul Verdier dit <q>non</q> à Brest.</p>', has: ['dit non à Brest'] }),
  'capitals by a style': reads({ head: '<style>.u { text-transform: uppercase }</style>', html: '<p class="u">Paul Verdier est à Brest.</p>', has: ['Paul Verdier est à Brest.'], marks: ['Paul Verdier'] }),
});

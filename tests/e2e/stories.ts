// Invented stories, and the usual markup of a story, for pages that differ from each other in everything else.

/** A short article. */
export interface Story {
  title: string;
  paragraphs: string[];
}

/** The story of most pages. */
export const CANAL: Story = {
  title: 'Le canal du Centre rouvre après deux hivers',
  paragraphs: [
    'Après deux hivers de travaux, le canal du Centre a rouvert lundi à Chalon-sur-Saône, en présence de Solène Vautrin, ' +
      'présidente du syndicat mixte, et d’une centaine de bateliers venus de toute la Bourgogne.',
    'Le chantier a coûté 38 millions d’euros. Il a fallu remplacer 14 portes d’écluse et curer 62 kilomètres de berges, ' +
      'selon Voies navigables de France, qui emploie ici 230 agents.',
    '« Nous avons cru ne jamais revoir un bateau passer », raconte Firmin Lacassagne, éclusier à Paray-le-Monial depuis ' +
      '1994. Son père tenait déjà la maison près du pont.',
    'Le préfet de Saône-et-Loire, Aurélien Besnard, promet que la navigation restera ouverte jusqu’au 15 novembre. Une ' +
      'réserve de 9 000 mètres cubes doit soutenir le niveau de l’eau pendant l’été.',
    'À Montceau-les-Mines, les commerçants espèrent 20 000 visiteurs par an. La région y installera une halte de 40 ' +
      'anneaux avant le printemps, et promet une piste pour les cyclistes.',
    'Restent les riverains. Pour Ghislaine Tournier, qui préside leur association à Génelard, le bruit des pompes n’a pas ' +
      'été mesuré. Elle a demandé un rendez-vous à Dijon.',
  ],
};

/** People of {@link CANAL}: in its first, its fourth and its last paragraph. */
export const [EARLY, MIDDLE, LAST] = ['Solène Vautrin', 'Aurélien Besnard', 'Ghislaine Tournier'] as const;

/** The next story, of pages that change. */
export const BAY: Story = {
  title: 'Un observatoire pour la baie de Morlaix',
  paragraphs: [
    'À Roscoff, Yannick Kergoat a ouvert mardi un observatoire des courants, que les pêcheurs de la baie réclamaient ' +
      'depuis la tempête de 2019. Il emploiera six chercheurs et deux techniciens.',
    'La station a reçu 4 millions d’euros de la région Bretagne. Ses douze bouées mesureront la température de l’eau ' +
      'toutes les dix minutes, entre Morlaix et l’île de Batz.',
    '« On saura enfin ce qui se passe au large », a déclaré Mireille Pasquet, qui élève des huîtres à Carantec et a perdu ' +
      'la moitié de sa récolte il y a deux ans.',
    'Les premiers relevés seront publiés au mois de mars à Brest, où le conseil scientifique doit se réunir. Les communes ' +
      'de la côte pourront les consulter librement.',
  ],
};

/** People of {@link BAY}. */
export const [NEXT, NEXT_LAST] = ['Yannick Kergoat', 'Mireille Pasquet'] as const;

export const ENGLISH: Story = {
  title: 'Harbour town waits for its lifeboat',
  paragraphs: [
    'Councillor Margaret Holloway told a crowded meeting in Whitby on Tuesday that the new lifeboat would arrive before ' +
      'the winter, eight months later than the town had been promised by the contractor.',
    'The vessel, built in Southampton at a cost of 2.4 million pounds, was damaged in March when a crane failed. Nobody ' +
      'was hurt, but the yard had to replace most of the hull and both of its engines.',
    '“We have been borrowing a boat from Scarborough, and that cannot last,” said Robert Ashdown, who has led the crew ' +
      'since 2008. The volunteers answered 61 calls last year, more than in any year since the war.',
  ],
};

/** The same news item in other languages than French. */
export const OTHER_LANGUAGES: Record<string, Story> = {
  es: {
    title: 'El puente viejo vuelve a abrirse',
    paragraphs: [
      'La alcaldesa de Zamora, Pilar Quintana, inauguró el jueves el puente viejo, que llevaba tres años cerrado por las ' +
        'obras. El arreglo ha costado 12 millones de euros, según el ayuntamiento.',
      '«Pensábamos que nunca lo veríamos terminado», dijo Andrés Molina, dueño de una panadería en la orilla del río. Los ' +
        'vecinos de Salamanca y de Valladolid también esperaban esta apertura desde hace mucho tiempo.',
    ],
  },
  it: {
    title: 'Il ponte vecchio riapre al traffico',
    paragraphs: [
      'La sindaca di Cremona, Lucia Ferrante, ha inaugurato giovedì il ponte vecchio, che era rimasto chiuso per tre anni ' +
        'a causa dei lavori. La riparazione è costata 12 milioni di euro, secondo il comune.',
      '«Pensavamo di non vederlo mai finito», ha detto Andrea Molinari, che ha una panetteria sulla riva del fiume. Anche ' +
        'gli abitanti di Mantova e di Piacenza aspettavano da molto tempo questa apertura.',
    ],
  },
  pt: {
    title: 'A ponte velha volta a abrir',
    paragraphs: [
      'A presidente da câmara de Coimbra, Teresa Quintela, inaugurou na quinta-feira a ponte velha, que estava fechada há ' +
        'três anos por causa das obras. A reparação custou 12 milhões de euros, segundo a câmara.',
      '«Pensávamos que nunca a veríamos acabada», disse André Moleiro, dono de uma padaria na margem do rio. Os moradores ' +
        'de Aveiro e de Viseu também esperavam há muito tempo por esta abertura.',
    ],
  },
  ca: {
    title: 'El pont vell torna a obrir',
    paragraphs: [
      'L’alcaldessa de Girona, Montserrat Pujades, va inaugurar dijous el pont vell, que feia tres anys que era tancat per ' +
        'les obres. L’arranjament ha costat 12 milions d’euros, segons l’ajuntament.',
      '«Ens pensàvem que no el veuríem mai acabat», va dir Andreu Moliner, que té un forn de pa a la riba del riu. Els ' +
        'veïns de Lleida i de Tarragona també esperaven aquesta obertura des de feia molt de temps.',
    ],
  },
  oc: {
    title: 'Lo pont vielh torna dobrir',
    paragraphs: [
      'La cònsola de la vila, Joana Delprat, inaugurèt dijòus lo pont vielh, qu’èra barrat dempuèi tres ans a causa dels ' +
        'trabalhs. La reparacion costèt 12 milions d’èuros, segon lo conselh municipal.',
      '«Nos pensàvem que lo veiriam pas jamai acabat», diguèt Andrieu Molinièr, qu’a una bolanjariá sus la riba del riu. ' +
        'Los abitants dels vilatges vesins esperavan tanben aquela dobertura dempuèi longtemps.',
    ],
  },
  de: {
    title: 'Die alte Brücke ist wieder offen',
    paragraphs: [
      'Die Bürgermeisterin von Passau, Gudrun Hartwig, hat am Donnerstag die alte Brücke eröffnet, die wegen der Arbeiten ' +
        'drei Jahre lang gesperrt war. Die Reparatur hat nach Angaben der Stadt 12 Millionen Euro gekostet.',
      '„Wir dachten, dass wir das nie mehr erleben“, sagte Andreas Müllner, der am Ufer des Flusses eine Bäckerei hat. Auch ' +
        'die Bewohner von Linz und von Regensburg hatten lange auf diese Öffnung gewartet.',
    ],
  },
};

/** The title and the paragraphs of a story. */
export function prose({ title, paragraphs }: Story, tag = 'p'): string {
  return `<h1>${title}</h1>${blocks(paragraphs, tag)}`;
}

/** Each paragraph in an element with this tag name. */
export function blocks(paragraphs: string[], tag = 'p'): string {
  return paragraphs.map((paragraph) => `<${tag}>${paragraph}</${tag}>`).join('\n');
}

/** A story as an `article`. */
export function article(story: Story = CANAL, more = ''): string {
  return `<article>${prose(story)}${more}</article>`;
}

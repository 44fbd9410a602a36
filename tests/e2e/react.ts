import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** React's packages as published, in CommonJS, which browsers do not support. In the order of their dependencies. */
const MODULES: [string, string][] = [
  ['react', 'react/cjs/react.production.js'],
  ['scheduler', 'scheduler/cjs/scheduler.production.js'],
  ['react-dom', 'react-dom/cjs/react-dom.production.js'],
  ['react-dom/client', 'react-dom/cjs/react-dom-client.production.js'],
];

/** A module that exports `createElement`, `useState`, `createRoot` and `flushSync`, without a bundler. */
export function reactModule(): string {
  const wrapped = MODULES.map(([name, path]) => {
    const code = readFileSync(join('node_modules', path), 'utf8');
    return `modules['${name}'] = {}; ((exports, require) => {${code}\n})(modules['${name}'], (name) => modules[name]);`;
  });
  return `
    const modules = {};
    ${wrapped.join('\n')}
    export const { createElement, useState } = modules['react'];
    export const { createRoot } = modules['react-dom/client'];
    export const { flushSync } = modules['react-dom'];`;
}

/**
 * A page in which React renders an article from a number: each number changes words, adds or removes paragraphs, and
 * moves others. `window.render(number)` renders; `window.clicks` counts clicks on its button.
 */
export const REACT_HOST = `
import { createElement as e, createRoot, flushSync, useState } from '/react.js';

const TOWNS = ['Nantes', 'Brest', 'Lorient', 'Rennes', 'Vannes', 'Quimper'];
window.clicks = 0;

function Story({ turn }) {
  const [likes, setLikes] = useState(0);
  const paragraphs = Array.from({ length: 3 + (turn % 4) }, (_, index) => {
    const town = TOWNS[(turn + index) % TOWNS.length];
    const words = turn % 3 === 0 ? ['Le maire de ', e('strong', { key: 's' }, town), ' a reçu '] : ['À ' + town + ', Louis Kermarec a compté '];
    return e('p', { key: town }, ...words, String(1000 + turn), ' visiteurs en janvier 2022. « Nous sommes heureux », a déclaré Anne Tanguy.');
  });
  if (turn % 2) paragraphs.reverse();
  const like = e('button', { onClick: () => { window.clicks++; setLikes(likes + 1); } }, 'Merci (' + likes + ')');
  return e('article', { className: 'story' }, e('h1', null, 'Marée haute à ' + TOWNS[turn % TOWNS.length]), ...paragraphs, like);
}

const root = createRoot(document.getElementById('app'));
window.render = (turn) => flushSync(() => root.render(e(Story, { turn })));
window.render(0);
window.unmount = () => root.unmount();
`;

// The newspaper's own script: its dark mode, its reading progress, and a highlight of its own that must survive.

const root = document.documentElement;
const button = document.getElementById('mode');

button.addEventListener('click', () => {
  const isDark = root.dataset.mode !== 'dark';
  root.dataset.mode = isDark ? 'dark' : 'light';
  button.setAttribute('aria-pressed', String(isDark));
});

if (globalThis.Highlight) {
  const words = document.querySelector('.chapo').firstChild;
  const range = new Range();
  range.setStart(words, words.data.indexOf('Plus'));
  range.setEnd(words, words.data.indexOf(' personnes'));
  CSS.highlights.set('estafette-key', new Highlight(range));
}

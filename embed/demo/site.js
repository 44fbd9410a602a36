// The newspaper's own script: its dark mode, and a highlight that annotating the page must not remove.

const root = document.documentElement;
const button = document.getElementById('mode');

const isDark = () => (root.dataset.mode === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : root.dataset.mode === 'dark');
const press = () => button.setAttribute('aria-pressed', String(isDark()));

press();
button.addEventListener('click', () => {
  root.dataset.mode = isDark() ? 'light' : 'dark';
  press();
});

if (globalThis.Highlight) {
  const words = document.querySelector('.chapo').firstChild;
  const range = new Range();
  range.setStart(words, words.data.indexOf('Plus'));
  range.setEnd(words, words.data.indexOf(' personnes'));
  CSS.highlights.set('estafette-key', new Highlight(range));
}

// Starts the page: applies the theme before the first paint, then runs the program, and shows a message if that fails.
// It is a separate file because the page's policy forbids inline scripts.

try {
  document.documentElement.dataset.theme = localStorage.getItem('manicule.theme') ?? 'auto';
} catch {
  // Without storage there is no stored theme.
}

const { program, wasm } = document.querySelector('script[data-program]').dataset;

try {
  const { default: start, readingPage } = await import(program);
  await start({ module_or_path: wasm });
  readingPage();
} catch (error) {
  console.error(error);
  const french = navigator.language.startsWith('fr');
  document.getElementById('failure').textContent = french
    ? 'Le programme n’a pas pu démarrer. Vérifiez le réseau, mettez le navigateur à jour, puis rechargez la page.'
    : 'The program could not start. Check the network, update the browser, then load the page again.';
}

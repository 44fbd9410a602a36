// Starts the page: the theme before anything is painted, then the program, then a plain message if it cannot run.
// It is a file of its own because the page's policy allows no script inside the page.

try {
  document.documentElement.dataset.theme = localStorage.getItem('manicule.theme') ?? 'auto';
} catch {
  // A browser that keeps nothing has nothing to tell.
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

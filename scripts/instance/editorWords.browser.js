/**
 * Runs in the browser before n8n's editor does. The editor asks for the words of its locale and ships English only;
 * this hands it the French ones when it mounts, and whatever is not translated stays English. Where another n8n is
 * built otherwise, nothing happens.
 */
(function handOverWords(words) {
  document.documentElement.lang = 'fr';
  Object.defineProperty(HTMLElement.prototype, '__vue_app__', {
    configurable: true,
    set(app) {
      Object.defineProperty(this, '__vue_app__', { value: app, writable: true, configurable: true });
      try {
        const provided = app._context.provides;
        const plugins = Object.getOwnPropertySymbols(provided).map((key) => provided[key]);
        for (const plugin of plugins) plugin?.global?.mergeLocaleMessage?.('fr', words);
      } catch (problem) {
        console.warn(problem);
      }
    },
  });
})(WORDS);

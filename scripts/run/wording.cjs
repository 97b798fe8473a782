'use strict';
/**
 * The sentences of the commands before anything is installed: plain JSON, so that the system's own Node can read them.
 * The rest of the dictionary (src/wording) includes the same file.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const ENTRIES = JSON.parse(readFileSync(join(__dirname, '../../src/wording/entries/bootstrap.json'), 'utf8'));

/** The terminal's language. The users are French, so anything but an English `LANG` reads French. */
function terminalLocale(env = process.env) {
  const setting = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return setting.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** The sentence of a code in the terminal's language, its `{blanks}` filled. */
function say(code, params = {}) {
  const entry = ENTRIES[code];
  if (!entry) return code;
  return entry[terminalLocale()].replace(/\{(\w+)\}/g, (blank, name) =>
    name in params ? String(params[name]) : blank,
  );
}

/** A length of time in words. */
function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return say('time.seconds', { seconds });
  return say('time.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

module.exports = { say, duration, terminalLocale };

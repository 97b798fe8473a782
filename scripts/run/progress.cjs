'use strict';
/** One line that says what is being done, how far it is and for how long; on standard error, never on the result. */
const { say, duration } = require('./wording.cjs');

/** A terminal sees the line change every second; a log gets a new line now and then. */
const TERMINAL_MS = 1_000;
const LOG_MS = 20_000;

/**
 * @param {string} what what is being done, in words
 * @param {{ usualMs?: number, total?: number, stream?: NodeJS.WriteStream }} [options]
 */
function startProgress(what, options = {}) {
  const stream = options.stream ?? process.stderr;
  const terminal = Boolean(stream.isTTY);
  const started = Date.now();
  let done = 0;
  let total = options.total ?? 0;
  let percent;
  let detail = '';

  const line = () => {
    const parts = [`${what} :`];
    if (total > 0) {
      const shown = Math.min(done, total);
      parts.push(say('progress.count', { done: shown, total, percent: Math.floor((100 * shown) / total) }) + ',');
    }
    if (percent !== undefined) parts.push(say('progress.percent', { percent }) + ',');
    if (detail) parts.push(`${detail},`);
    parts.push(say('progress.elapsed', { elapsed: duration(Date.now() - started) }));
    if (options.usualMs) parts.push(`(${say('progress.usual', { usual: duration(options.usualMs) })})`);
    return parts.join(' ');
  };
  const show = () => stream.write(terminal ? `\r\x1b[K${line().slice(0, (stream.columns ?? 120) - 1)}` : `${line()}\n`);

  show();
  const timer = setInterval(show, terminal ? TERMINAL_MS : LOG_MS);
  timer.unref();
  const clear = () => {
    clearInterval(timer);
    if (terminal) stream.write('\r\x1b[K');
  };

  return {
    /** Says how far it is. */
    update(next) {
      if (next.done !== undefined) done = next.done;
      if (next.total !== undefined) total = next.total;
      if (next.percent !== undefined) percent = Math.min(99, Math.floor(next.percent));
      if (next.detail !== undefined) detail = next.detail;
    },
    /** It is done: a last line with the time that it took. */
    finish() {
      clear();
      stream.write(`${say('progress.done', { what, elapsed: duration(Date.now() - started) })}\n`);
    },
    /** It failed: the line goes, what follows explains. */
    abandon: clear,
  };
}

module.exports = { startProgress };

import type * as linkage from '../../src/identity/linkage';

export type Linkage = typeof linkage;

/** The room of comparisons, loaded when a list is compared and not when n8n starts: it carries the frequencies of names. */
export function linkageRoom(): Linkage {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late on purpose; `import()` of a path would need a file extension that the tests do not know
  return require('../../src/identity/linkage') as Linkage;
}

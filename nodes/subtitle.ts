import type { Words } from './words';

/**
 * What stands under the node's name on the canvas: the chosen option in words.
 *
 * @param prefix of the options' words: `nodes.declare`
 */
export function subtitle(
  words: Words,
  prefix: string,
  parameter: string,
  options: readonly { readonly name: string }[],
): string {
  const names = Object.fromEntries(options.map(({ name }) => [name, words(`${prefix}.${name}`)]));
  return `={{ (${JSON.stringify(names)})[$parameter["${parameter}"]] }}`;
}

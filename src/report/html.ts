/** Markup that may stand in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlPart = Html | string | number | readonly HtmlPart[];

/** Writes markup; what is put into it is escaped, unless it is markup already. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(parts.map((part, index) => part + (index < values.length ? textOf(values[index]!) : '')).join(''));
}

function textOf(value: HtmlPart): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map((part: HtmlPart) => textOf(part)).join('');
  return escape(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/**
 * The JSON of a body, or `undefined` when there is none to be read: an empty body, HTML, text, a cut-off document. Whatever
 * the content type says, JSON is taken for JSON (some answers name no type); what is not JSON is never read as data.
 */
export function decodeJson(bytes: Buffer | undefined, contentType: string | undefined): unknown {
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return JSON.parse(decodeText(bytes, contentType)) as unknown;
  } catch {
    return undefined;
  }
}

/** By the charset of the content type; UTF-8 where it names none, or one that does not exist. A wrong byte is replaced. */
function decodeText(bytes: Buffer, contentType: string | undefined): string {
  const charset = /charset="?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

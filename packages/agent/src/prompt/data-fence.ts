/**
 * Encloses text that a person wrote as data: `<tag>…</tag>`. Anything inside that looks like a tag of that name is
 * made harmless, so that the text cannot end its own enclosure; control characters but tab and line breaks go.
 */
export function fenceAsData(tag: string, text: string): string {
  const tagInside = new RegExp(`<(\\s*/?\\s*${tag}\\b)`, 'gi');
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(tagInside, '&lt;$1');
  return `<${tag}>\n${clean}\n</${tag}>`;
}

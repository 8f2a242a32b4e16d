/** The web addresses in a text, without the punctuation that ends the sentence around them; none twice. */
export function linksIn(text: string): readonly string[] {
  const found = text.match(/\bhttps?:\/\/[^\s<>"]+/gi) ?? [];
  const links = found.map((link) => withoutForeignBracket(link.replace(/[.,;:!?'’”]+$/, '')));
  return [...new Set(links)].filter((link) => URL.canParse(link));
}

/** "(see https://example.com/a)" closes a bracket that the address did not open. */
function withoutForeignBracket(link: string): string {
  const isForeign = link.endsWith(')') && link.split(')').length > link.split('(').length;
  return isForeign ? link.slice(0, -1) : link;
}

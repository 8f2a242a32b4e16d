import type { ColumnMeaning } from '../../../../shared/contactImport.ts';
import { foldText } from '../../text/fold.ts';

/** Titles as programs and people write them, folded: English, Greek and German. */
const titles: Readonly<Record<Exclude<ColumnMeaning, 'ignored' | 'number' | 'email'>, string>> = {
  name:
    'name|full name|fullname|display name|displayname|contact name|contact|contact person|customer|customer name|client|' +
    'client name|person|ονοματεπωνυμο|ονομα επωνυμο|ονομα και επωνυμο|πληρες ονομα|εμφανιζομενο ονομα|επαφη|' +
    'ονομα επαφης|ονομα εμφανισης|πελατης|anzeigename|vollstandiger name|kontakt|kontaktname|kunde|kundenname|ansprechpartner|' +
    'name vorname|vorname name|vor und nachname|vorname und nachname',
  'first-name': 'first name|firstname|first|given name|givenname|forename|ονομα|μικρο ονομα|vorname|rufname',
  'middle-name':
    'middle name|middlename|middle|additional name|μεσαιο ονομα|πατρωνυμο|zweiter vorname|weitere vornamen',
  'last-name': 'last name|lastname|last|surname|family name|familyname|επωνυμο|επιθετο|nachname|familienname|zuname',
  company:
    'company|company name|companyname|organization|organisation|organization name|organisation name|organization 1 name|' +
    'business|business name|firm|employer|εταιρεια|εταιρια|επωνυμια|επωνυμια εταιρειας|ονομα εταιρειας|οργανισμος|' +
    'επιχειρηση|εργοδοτης|firma|firmenname|unternehmen|arbeitgeber',
  note:
    'note|notes|comment|comments|remark|remarks|memo|σημειωση|σημειωσεις|σχολιο|σχολια|παρατηρησεις|παρατηρηση|' +
    'notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen',
};
const meanings = new Map<string, ColumnMeaning>(
  Object.entries(titles).flatMap(([meaning, words]) =>
    words.split('|').map((word): [string, ColumnMeaning] => [foldText(word), meaning as ColumnMeaning]),
  ),
);

const email = /\be ?mail|^mail\b|ηλεκτρονικ|(^| )email/;
const phone =
  /phone|telef|mobil|handy|\bfax|telefax|rufnummer|pager|\bcell|cellular|\btel\b|\bgsm\b|\bisdn\b|landline|festnetz|callback|τηλ|κινητ|σταθερ|φαξ/;
/** A number by itself, where nothing says of what. */
const bareNumber = /^(number|numbers|nummer|αριθμοσ|extension|ext|nebenstelle|durchwahl|εσωτερικο)( \d+)?$/;
/** What only describes another column, or sounds like a phone and is none. */
const beside =
  /phonetic|yomi|\b(type|label|typ|kind|primary\?|display name|anzeigename|format)\b|τυποσ|ετικετα|telex|τελεξ|country code/;

/** A title as it is compared: one blank between words, and no punctuation. */
export function plainTitle(title: string): string {
  return foldText(title)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a title says its column holds; null when it says nothing. */
export function meaningOfTitle(title: string): ColumnMeaning | null {
  const plain = plainTitle(title);
  const known = meanings.get(plain);
  if (known !== undefined) return known;
  if (beside.test(plain)) return 'ignored';
  if (email.test(plain)) return 'email';
  return phone.test(plain) || bareNumber.test(plain) ? 'number' : null;
}

/** Titles of the column that may say what kind of number stands in this one: "Phone 1 - Type" for "Phone 1 - Value". */
export function labelTitles(title: string): string[] {
  const plain = plainTitle(title);
  return ['type', 'label']
    .flatMap((word) => [plain.replace(/\bvalue\b/, word), plain.replace(/\bnumber\b/, word), `${plain} ${word}`])
    .filter((candidate) => candidate !== plain);
}

const generic =
  /^(phone|phones|telephone|tel|number|numbers|no|value|primary|nr|nummer|telefon|telefonnummer|rufnummer|τηλεφωνο|τηλεφωνα|τηλ|αριθμοσ|αριθμοι|\d+)$/;

/** Whether it is a line on which somebody else, or a machine, answers. */
export function isSideLine(title: string): boolean {
  return /fax|φαξ|assist|βοηθ|pager|isdn|telex/.test(plainTitle(title));
}

/** What a title says of the kind of phone: "Business" for "Business Phone 2"; null when nothing. */
export function labelOfTitle(title: string): string | null {
  const words = title.split(/[\s\-_/.:()]+/).filter((word) => word !== '' && !generic.test(foldText(word)));
  const text = words.join(' ');
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1);
}

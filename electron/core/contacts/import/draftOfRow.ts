import type { ContactDraft } from '../../../../shared/contact.ts';
import type { ImportColumn } from '../../../../shared/contactImport.ts';
import { withoutGuard } from '../csvGuard.ts';
import { isSideLine, labelOfTitle, labelTitles, plainTitle } from './titles.ts';

type Cells = readonly string[];

/** Makes contacts of the rows of a table with these columns. */
export function draftReader(columns: readonly ImportColumn[], hasTitles: boolean): (cells: Cells) => ContactDraft {
  const of = (...meanings: readonly string[]) =>
    columns.flatMap(({ meaning }, at) => (meanings.includes(meaning) ? [at] : []));
  const places = new Map(columns.map(({ title }, at) => [plainTitle(title), at]));
  const lines = of('number');
  const isSide = (at: number) => isSideLine(columns[at]?.title ?? '');
  const numbers = [...lines.filter((at) => !isSide(at)), ...lines.filter(isSide)].map((at) => {
    const title = hasTitles ? (columns[at]?.title ?? '') : '';
    const beside = labelTitles(title).flatMap((one) => places.get(one) ?? []);
    return { at, beside: beside[0] ?? null, label: labelOfTitle(/^\d+$/.test(title) ? '' : title) };
  });
  const at = {
    name: of('name'),
    parts: [...of('first-name'), ...of('middle-name'), ...of('last-name')],
    company: of('company'),
    email: of('email'),
    note: of('note'),
  };

  return (cells) => {
    const values = (where: readonly number[]) =>
      where.map((one) => withoutGuard(cells[one] ?? '').trim()).filter((value) => value !== '');
    const notes = values(at.note);
    return {
      name: values(at.name)[0] ?? values(at.parts).join(' '),
      company: values(at.company)[0] ?? null,
      email: values(at.email)[0]?.split(' ::: ')[0] ?? null,
      note: notes.length === 0 ? null : notes.join('\n'),
      numbers: numbers.flatMap((column) => {
        const said = column.beside === null ? '' : withoutGuard(cells[column.beside] ?? '');
        const label = said.replace(/^\* ?/, '').trim();
        const text = withoutGuard(cells[column.at] ?? '');
        return numbersIn(text).map((number) => ({ number, label: label === '' ? column.label : label }));
      }),
    };
  };
}

/** Several numbers in one value: joined by Google's ` ::: `, or by what people put between two numbers. */
function numbersIn(text: string): string[] {
  const parts = text
    .split(/ ::: |[\r\n]+|\s*[/;,]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const areNumbers = parts.every((part) => part.replaceAll(/\D/g, '').length >= 6 && !/e\+?\d/i.test(part));
  if (areNumbers || text.includes(' ::: ') || /[\r\n]/.test(text)) return parts;
  return text.trim() === '' ? [] : [text.trim()];
}

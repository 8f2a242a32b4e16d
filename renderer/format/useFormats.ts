import { createContext, use } from 'react';

import { createFormats, type Formats } from './formats.ts';

export const FormatsContext = createContext<Formats>(createFormats('en'));

export function useFormats(): Formats {
  return use(FormatsContext);
}

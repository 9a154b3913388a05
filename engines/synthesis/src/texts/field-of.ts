import type { TitleStyle } from '../subjects.js';
import { deviceFields } from './device-fields.js';
import type { Field } from './field.js';
import { matterFields } from './matter-fields.js';
import { methodFields } from './method-fields.js';

const byStyle: Readonly<Record<TitleStyle, readonly Field[]>> = {
  device: deviceFields,
  method: methodFields,
  matter: matterFields,
};

/** The field of a subject: the one that names the longest beginning of its subclass, else the first of the style. */
export function fieldOf(style: TitleStyle, subclass: string): Field {
  const fields = byStyle[style];
  let best = fields[0];
  let length = 0;
  for (const field of fields) {
    for (const start of field.subclasses) {
      if (start.length > length && subclass.startsWith(start)) {
        best = field;
        length = start.length;
      }
    }
  }
  if (best === undefined) throw new RangeError(`no field of the style ${style}`);
  return best;
}

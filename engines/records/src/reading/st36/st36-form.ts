import type { AddressReader } from '../../places/address-reader.js';
import type { DocumentForm } from '../uspto/document-form.js';
import { st36Record } from './st36-record.js';

/** Documents of Chinese applications in the form of ST.36; `places` reads their addresses. */
export function st36Form(places: AddressReader): DocumentForm {
  return { roots: ['cn-patent-document'], ignored: new Set(), record: (root) => st36Record(root, places) };
}

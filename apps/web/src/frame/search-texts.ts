/** The parts of an address that are texts, by their names. What they mean the page reads, so that readers of figures do not fetch it. */
export function searchTexts<Name extends string>(...names: readonly Name[]) {
  return (search: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : [])),
    ) as { readonly [Key in Name]?: string | undefined };
}

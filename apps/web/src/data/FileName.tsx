/** The last part of a path; the whole of it on hover and for screen readers. */
export function FileName({ path }: { readonly path: string }) {
  return (
    <span className="file-name" title={path}>
      {path.split(/[/\\]/).at(-1)}
    </span>
  );
}

/** What stands in place of the lab when it cannot begin. */
export function ErrorPage({ message }: { readonly message: string }) {
  return (
    <main className="error-page">
      <h1>The lab could not begin</h1>
      <p>{message}</p>
      <p>
        Try the address without anything after <code>#</code>:{' '}
        <a href={location.href.replace(/#.*$/, '')}>open the lab as it stands</a>.
      </p>
    </main>
  );
}

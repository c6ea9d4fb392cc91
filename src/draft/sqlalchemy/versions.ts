/** True when the installed SQLAlchemy has no `async_sessionmaker`: it came with 2.0. Unknown counts as current. */
export function isBefore20(packages: Readonly<Record<string, string>>): boolean {
  return (packages["sqlalchemy"] ?? "").startsWith("1.");
}

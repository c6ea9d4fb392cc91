const words = process.argv.slice(2);
if (words.length > 0 || process.env["GITHUB_ACTIONS"] !== "true") {
  const { commandLine } = await import("./cli.ts");
  process.exitCode = await commandLine(words);
} else {
  const { action } = await import("./action.ts");
  await action(process.env);
}

// What html-validate says of files, one finding a line.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { HtmlValidate } from "html-validate";

const [rules, ...files] = process.argv.slice(2);
const judge = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: JSON.parse(rules) });
for (const file of files) {
  const { results } = await judge.validateString(readFileSync(file, "utf-8"), file);
  for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages))
    console.log(`${basename(file)}:${line}: ${ruleId}: ${message}`);
}
